import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { followLine, type LineSignal, lineNews, unknownLine } from '../../electron/desk/line-news.ts';
import { decide, type NotificationChange, type Told } from '../../electron/desk/notification-decision.ts';
import { callNews, type DeskNotification, type News } from '../../electron/desk/notification-model.ts';
import { createNotificationPace } from '../../electron/desk/notification-pace.ts';
import { mayNotify } from '../../electron/desk/quiet-hours.ts';
import { notificationText } from '../../electron/shell/notifications/notification-text.ts';
import type { Call } from '../../shared/domain/call.ts';
import { nothingHeard } from '../../shared/domain/call-parties.ts';
import { defaultSettings } from '../../shared/settings/defaults.ts';
import { aMinimalCall, anOriginatedCall, aRecord, morningMs } from '../support/call-builders.ts';

const nameOf = () => '';
const at = (afterMs: number) => ({ nowMs: morningMs + afterMs, runningSinceMs: morningMs - 1000, nameOf });
const other = '09123456789';

function aRingingCall(changes: Partial<Call> = {}): Call {
  return aMinimalCall({
    caller: other,
    callee: '101',
    heard: { ...nothingHeard(morningMs), queue: '902' },
    observed: { 'came-in': morningMs, 'agent-ringing': morningMs + 200, 'agent-was-called': morningMs + 200 },
    ...changes,
  });
}
const quietAfter = (ms: number): Partial<Call> => ({
  observed: { ...aRingingCall().observed, 'agent-idle': morningMs + ms },
});
const kindOf = (news: News) => (typeof news === 'string' ? news : news.kind);

describe('what a call asks to be said', () => {
  test('that it rings, who it is and out of which queue, for as long as it can ring', () => {
    expect(callNews(aRingingCall(), at(1000))).toEqual({
      key: 'office:1610778618.378',
      callId: 'office:1610778618.378',
      kind: 'incoming',
      number: other,
      name: '',
      queue: '902',
    });
    const named = { ...at(1000), nameOf: (number: string) => (number === other ? 'Ali' : '') };
    expect(callNews(aRingingCall(), named)).toMatchObject({ name: 'Ali' });
    expect(callNews(aRingingCall(), at(39_000))).toMatchObject({ kind: 'incoming' });
    expect(callNews(aRingingCall(), at(41_000))).toBe('nothing');
  });

  test('of a colleague too, by the colleague’s number', () => {
    const colleague = aRingingCall({ direction: 'internal', caller: '102', callee: '101' });
    expect(callNews(colleague, at(1000))).toMatchObject({ kind: 'incoming', number: '102' });
    expect(callNews({ ...colleague, ...quietAfter(5000) }, at(9000))).toMatchObject({ kind: 'missed', number: '102' });
    const own = aRingingCall({ direction: 'internal', caller: '101', callee: '102' });
    expect(callNews(own, at(1000))).toBe('nothing');
  });

  test('that it was missed, once the record had its time to name who took it', () => {
    const quiet = aRingingCall(quietAfter(5000));
    expect(callNews(quiet, at(5100))).toBe('wait');
    expect(callNews(quiet, at(6500))).toMatchObject({ kind: 'missed', number: other, queue: '902' });
    const told = (callee: string, disposition: 'no-answer' | 'answered' | 'cancelled') => ({
      ...quiet,
      records: { cdr: aRecord({ caller: other, callee, direction: 'inbound', disposition, endedAtMs: morningMs }) },
    });
    expect(kindOf(callNews(told('101', 'no-answer'), at(5100)))).toBe('missed');
    expect(kindOf(callNews(told('101', 'cancelled'), at(5100)))).toBe('missed');
    expect(callNews(told('102', 'answered'), at(5100))).toBe('nothing');
  });

  test('nothing of one that is talked in, was on the line before this run, or never rang here', () => {
    const picked = { ...aRingingCall().observed, 'agent-in-use': morningMs + 900 };
    expect(callNews(aRingingCall({ observed: picked }), at(1000))).toBe('nothing');
    expect(callNews(aRingingCall(), { ...at(1000), runningSinceMs: morningMs + 500 })).toBe('nothing');
    const record = aRecord({ caller: other, callee: '101', direction: 'inbound', disposition: 'no-answer' });
    expect(callNews(aRingingCall({ observed: {}, records: { cdr: record } }), at(1000))).toBe('nothing');
  });

  test.each(['failed', 'congestion', 'busy', 'no-answer', 'agent-no-answer'] as const)(
    'that one from here came to grief (%s)',
    (disposition) => {
      const call = anOriginatedCall({}, { outcome: 'accepted', records: { cdr: aRecord({ disposition }) } });
      expect(callNews(call, at(1000))).toMatchObject({ kind: 'failed', number: other, how: disposition });
      expect(callNews(call, { ...at(0), runningSinceMs: morningMs + 1 })).toBe('nothing');
    },
  );

  test('that one from here was never confirmed, until something is heard of it', () => {
    const call = anOriginatedCall({}, { outcome: 'unknown', outcomeAtMs: morningMs, outcomeMessage: 'pbx-timeout' });
    expect(callNews(call, at(1000))).toMatchObject({ kind: 'failed', number: other, how: 'unconfirmed' });
    expect(callNews({ ...call, observed: { 'agent-ringing': morningMs + 900 } }, at(1000))).toBe('nothing');
    const record = aRecord({ disposition: 'answered', endedAtMs: morningMs });
    expect(callNews({ ...call, records: { cdr: record } }, at(1000))).toBe('nothing');
  });

  test('nothing of one from here that was talked in or given up, or of which nobody knows how it ended', () => {
    for (const disposition of ['answered', 'unknown', 'cancelled'] as const) {
      const call = anOriginatedCall({}, { outcome: 'accepted', records: { cdr: aRecord({ disposition }) } });
      expect(callNews(call, at(1000))).toBe('nothing');
    }
  });
});

describe('a connection', () => {
  type Signals = readonly (readonly [atMs: number, signal: LineSignal])[];
  const news = (...signals: Signals) => {
    const followed = signals.reduce((state, [atMs, signal]) => followLine(state, signal, atMs), unknownLine);
    const now = lineNews('pbx', followed);
    return typeof now === 'string' || now.kind !== 'connection' ? now : now.now;
  };

  test('is lost when it was there and stays away, not at the start and not for a blink', () => {
    expect(news([0, 'down'], [60_000, 'down'])).toBe('nothing');
    expect(news([0, 'up'], [1, 'down'], [9_000, 'down'])).toBe('nothing');
    expect(news([0, 'up'], [1, 'down'], [9_000, 'up'], [9_500, 'down'], [12_000, 'down'])).toBe('nothing');
    expect(news([0, 'up'], [1, 'down'], [10_001, 'down'])).toBe('lost');
    expect(news([0, 'up'], [1, 'down'], [10_001, null])).toBe('lost');
  });

  test('is back only after it was told to be lost, and that for a while', () => {
    const lost = [
      [0, 'up'],
      [1, 'down'],
      [10_001, 'down'],
    ] as const;
    expect(news(...lost, [30_000, 'up'])).toBe('back');
    expect(news(...lost, [30_000, 'up'], [40_000, 'up'])).toBe('nothing');
    expect(news(...lost, [30_000, 'up'], [31_000, 'down'])).toBe('nothing');
    expect(news(...lost, [11_000, 'unused'])).toBe('nothing');
  });
});

describe('what is done on the desktop', () => {
  const one = { key: 'a', callId: 'a', number: '1', name: '', queue: null };
  const ringing: DeskNotification = { ...one, kind: 'incoming' };
  const missed: DeskNotification = { ...one, kind: 'missed' };
  const free = { mayShow: () => true, seen: () => false };
  const run = (steps: readonly (readonly [News, Partial<typeof free>?])[]) => {
    let told: ReadonlyMap<string, Told> = new Map();
    return steps.map(([news, rules]) => {
      const decided = decide(told, new Map([['a', news]]), { ...free, ...rules });
      told = decided.told;
      return decided.changes.map((change) => (change.do === 'show' ? change.notification.kind : 'close')).join();
    });
  };

  test('one thing is said once, anew when there is something new, and taken away when it is over', () => {
    expect(run([[ringing], [ringing], ['wait'], [missed], [missed], ['nothing'], ['nothing']])).toEqual([
      'incoming',
      '',
      '',
      'missed',
      '',
      'close',
      '',
    ]);
  });

  test('what is not wanted stays unsaid also later, and takes away what it would replace', () => {
    const unwanted = { mayShow: () => false };
    expect(run([[missed, unwanted], [missed]])).toEqual(['', '']);
    expect(run([[ringing], [missed, unwanted], ['nothing']])).toEqual(['incoming', 'close', '']);
  });

  test('what still rings is said to an agent who turns away from the window, once', () => {
    const inFront = { mayShow: () => false, seen: () => true };
    expect(run([[ringing, inFront], [ringing, inFront], [ringing], [ringing]])).toEqual(['', '', 'incoming', '']);
  });

  test('what was seen goes and does not come again', () => {
    expect(run([[missed], [missed, { seen: () => true }], [missed]])).toEqual(['missed', 'close', '']);
  });
});

describe('the settings', () => {
  const settings = { ...defaultSettings.notifications, quietFrom: '22:00', quietTo: '07:00' };
  const may = (hour: number, changes: Partial<typeof settings> = {}, kind: DeskNotification['kind'] = 'missed') =>
    mayNotify(kind, { ...settings, ...changes }, hour * 60);

  test('quiet hours go over midnight, end on the minute, and may let incoming calls through', () => {
    const quiet = { quietHours: 'all' } as const;
    expect([21, 22, 23, 0, 6, 7, 12].map((hour) => may(hour, quiet))).toEqual([
      true,
      false,
      false,
      false,
      false,
      true,
      true,
    ]);
    expect(may(23, { quietHours: 'all-but-incoming' }, 'incoming')).toBe(true);
    expect(may(23, { quietHours: 'all-but-incoming' })).toBe(false);
    const byDay = { ...quiet, quietFrom: '12:00', quietTo: '13:00' };
    expect([11, 12, 13].map((hour) => may(hour, byDay))).toEqual([true, false, true]);
    expect(may(12, { ...quiet, quietFrom: '12:00', quietTo: '12:00' })).toBe(true);
  });

  test('each kind is its own choice', () => {
    expect(may(12, { missed: false })).toBe(false);
    expect(may(12, { missed: false }, 'incoming')).toBe(true);
  });
});

describe('many at once', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());
  const about = (key: string, number = key): NotificationChange => ({
    do: 'show',
    notification: { key, kind: 'incoming', callId: key, number, name: '', queue: null },
  });

  test('come one a second, the latest of each, and of a flood the last three', () => {
    const done: string[] = [];
    const pace = createNotificationPace((change) => {
      const { notification } = change.do === 'show' ? change : { notification: null };
      done.push(notification?.kind === 'incoming' ? notification.number : 'close');
    });
    pace.take([about('a')]);
    pace.take([about('a', 'a again')]);
    expect(done).toEqual(['a']);
    vi.advanceTimersByTime(1000);
    expect(done).toEqual(['a', 'a again']);
    pace.take(Array.from({ length: 50 }, (_, index) => about(`${index}`)));
    vi.advanceTimersByTime(60_000);
    expect(done.filter((text) => text !== 'close')).toEqual(['a', 'a again', '47', '48', '49']);
    pace.stop();
  });

  test('one that is over before its turn never comes, and taking away does not wait', () => {
    const done: string[] = [];
    const pace = createNotificationPace((change) => void done.push(change.do));
    pace.take([about('a'), about('b')]);
    pace.take([{ do: 'close', key: 'b' }]);
    vi.advanceTimersByTime(5000);
    expect(done).toEqual(['show', 'close']);
    pace.stop();
  });
});

describe('the words', () => {
  const en = { language: 'en', digits: 'language' } as const;
  const fa = { language: 'fa', digits: 'language' } as const;
  const missed = (number: string, queue: string | null, name = ''): DeskNotification => ({
    key: 'a',
    kind: 'missed',
    callId: 'a',
    number,
    name,
    queue,
  });

  test('numbers are kept from turning around, in the digits of the language', () => {
    expect(notificationText(missed(other, null), en).title).toBe('Missed call from \u20660912 345 6789\u2069');
    expect(notificationText(missed(other, '902'), fa)).toEqual({
      title: 'تماس از دست رفته: \u2066۰۹۱۲ ۳۴۵ ۶۷۸۹\u2069',
      body: 'صف \u2068902\u2069',
    });
    expect(notificationText(missed(other, '902', 'Ali <b>'), en)).toEqual({
      title: 'Missed call from \u2068Ali ‹b›\u2069',
      body: '\u20660912 345 6789\u2069 · Queue \u2068902\u2069',
    });
    expect(notificationText(missed('', null), en)).toEqual({ title: 'Missed call, hidden number', body: '' });
  });

  test.each([
    ['busy', '0912 345 6789 was not reached'],
    ['refused', 'Call to 0912 345 6789 failed'],
    ['unconfirmed', 'Call to 0912 345 6789 not confirmed'],
  ] as const)('of a call that did not come about (%s)', (how, title) => {
    const said = notificationText({ key: 'a', kind: 'failed', callId: 'a', number: other, name: '', how }, en);
    expect(said.title.replace(/[\u2066\u2069]/g, '')).toBe(title);
    expect(said.body).not.toBe('');
  });

  test('no markup, no control and no length of others comes through', () => {
    const name = `\u202e<img src=x onerror=alert(1)>&amp;${'y'.repeat(10_000)}`;
    const { title, body } = notificationText(missed(name, name), en);
    expect(title + body).not.toMatch(/[<>&\u202a-\u202e]/);
    expect(title.length).toBeLessThan(80);
    expect(body.length).toBeLessThan(80);
  });
});
