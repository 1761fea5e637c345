import { afterEach, describe, expect, it, vi } from 'vitest';
import { effectiveSettings } from '../../electron/desk/effective-settings.ts';
import { createScreenPop, type OpenPage } from '../../electron/desk/screen-pop.ts';
import type { Call } from '../../shared/domain/call.ts';
import { popSlots } from '../../shared/domain/screen-pop/slots.ts';
import type { DialerError } from '../../shared/errors.ts';
import { fail, succeed } from '../../shared/result.ts';
import { defaultSettings } from '../../shared/settings/defaults.ts';
import type { ScreenPopSettings } from '../../shared/settings/schema.ts';
import { aMinimalCall, aRecord, morningMs } from '../support/call-builders.ts';

function aScreenPop(screenPop: Partial<ScreenPopSettings> = {}, answer: Awaited<ReturnType<OpenPage>> = succeed(null)) {
  const opened: string[] = [];
  const calls = new Map<string, Call>();
  const bugs: unknown[] = [];
  const at = { nowMs: morningMs };
  const settings = {
    ...defaultSettings,
    screenPop: {
      ...defaultSettings.screenPop,
      allowedHosts: ['crm.example.com'],
      incomingRinging: 'https://crm.example.com/{moment}?q={number}',
      ...screenPop,
    },
  };
  const written = settings.screenPop;
  const pop = createScreenPop({
    settings: () => settings,
    pages: () => written,
    nameOf: () => '',
    findCall: (id) => calls.get(id) ?? null,
    openPage: async (address) => {
      opened.push(address);
      return answer;
    },
    clock: () => at.nowMs,
    runningSinceMs: morningMs - 1000,
    onChange: () => undefined,
    onBug: (problem) => bugs.push(problem),
  });
  return { pop, opened, calls, at, settings, bugs };
}

const aRingingCall = (changes: Partial<Call> = {}) =>
  aMinimalCall({ caller: '09121234567', callee: '101', observed: { 'agent-ringing': morningMs }, ...changes });
const settled = () => new Promise((resolve) => setImmediate(resolve));

afterEach(() => void vi.useRealTimers());

const ends = (call: Call, atMs: number): Call => ({ ...call, observed: { ...call.observed, 'agent-idle': atMs } });
const talks = (call: Call, atMs: number): Call => ({
  ...call,
  observed: { ...call.observed, 'agent-was-called': atMs, 'agent-in-use': atMs },
});

describe('the page of a call', () => {
  it('opens once, however often the call changes', () => {
    const { pop, opened } = aScreenPop();
    for (let change = 0; change < 5; change += 1) pop.callChanged(aRingingCall({ startedAtMs: morningMs - change }));
    expect(opened).toEqual(['https://crm.example.com/ringing?q=09121234567']);
  });

  it('waits for the number that is to stand in it', () => {
    const { pop, opened } = aScreenPop();
    pop.callChanged(aRingingCall({ caller: '' }));
    expect(opened).toEqual([]);
    pop.callChanged(aRingingCall());
    expect(opened).toHaveLength(1);
    const anonymous = aScreenPop({ incomingRinging: 'https://crm.example.com/?call={callId}' });
    anonymous.pop.callChanged(aRingingCall({ caller: '', pbxCallIds: ['1.1'] }));
    expect(anonymous.opened).toEqual(['https://crm.example.com/?call=1.1']);
  });

  it('does not open for colleagues, unless that is wanted', () => {
    const call = aRingingCall({ caller: '551', direction: 'internal' });
    const usual = aScreenPop();
    usual.pop.callChanged(call);
    expect(usual.opened).toEqual([]);
    const wanted = aScreenPop({ colleagues: true });
    wanted.pop.callChanged(call);
    expect(wanted.opened).toEqual(['https://crm.example.com/ringing?q=551']);
  });

  it('does not open on a host that is not allowed, whoever wrote the template', async () => {
    const { pop, opened, calls } = aScreenPop({
      incomingRinging: 'https://evil.example/{number}',
      incomingClick: 'https://evil.example/',
    });
    calls.set('a', aRingingCall({ id: 'a' }));
    pop.callChanged(aRingingCall());
    expect(await pop.open('a')).toEqual({ ok: false, error: { code: 'not-found' } });
    expect(await pop.tryOut('incomingRinging')).toEqual({ ok: false, error: { code: 'not-found' } });
    expect(opened).toEqual([]);
  });

  it('opens after the end once it is told that no colleague took it', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { pop, opened, at } = aScreenPop({
      incomingRinging: '',
      incomingEnded: 'https://crm.example.com/{moment}?q={number}',
    });
    const missed = ends(aRingingCall({ id: 'missed' }), morningMs);
    const taken = ends(aRingingCall({ id: 'taken', caller: '09127654321' }), morningMs);
    pop.callChanged(missed);
    pop.callChanged(taken);
    const record = aRecord({ caller: '09127654321', callee: '102', disposition: 'answered' });
    pop.callChanged({ ...taken, records: { cdr: record } });
    expect(opened).toEqual([]);
    at.nowMs += 1500;
    vi.advanceTimersByTime(1500);
    expect(opened).toEqual(['https://crm.example.com/ended?q=09121234567']);
    pop.callChanged({ ...missed, records: { cdr: aRecord({ callee: '101', disposition: 'no-answer' }) } });
    expect(opened).toHaveLength(1);
    pop.stop();
  });

  it('opens once for one caller under two ids, as long as the first of them rings', () => {
    const page = 'https://crm.example.com/{moment}?id={callId}';
    const both = { incomingRinging: page, incomingAnswered: page, incomingEnded: page };
    const leg = (id: string, caller = '09121234567') => aRingingCall({ id, caller, pbxCallIds: [id] });
    const { pop, opened, at } = aScreenPop(both);
    pop.callChanged(leg('1'));
    pop.callChanged(leg('2', '+989121234567'));
    pop.callChanged(leg('3', '09127654321'));
    expect(opened).toEqual(['https://crm.example.com/ringing?id=1', 'https://crm.example.com/ringing?id=3']);
    at.nowMs += 2000;
    // The first leg goes quiet, the agent talks on the second.
    pop.callChanged(talks(leg('2'), at.nowMs));
    pop.callChanged({ ...ends(leg('1'), at.nowMs - 1900) });
    pop.callChanged(ends(talks(leg('2'), at.nowMs), at.nowMs));
    expect(opened.slice(2)).toEqual(['https://crm.example.com/answered?id=2', 'https://crm.example.com/ended?id=2']);
    // Whoever calls again afterwards has a page again.
    const again = aRingingCall({ id: '4', pbxCallIds: ['4'], observed: { 'agent-ringing': at.nowMs } });
    pop.callChanged(again);
    expect(opened.at(-1)).toBe('https://crm.example.com/ringing?id=4');
    pop.stop();
  });

  it('is one for a caller who was missed under two ids', () => {
    const { pop, opened, at } = aScreenPop({
      incomingRinging: '',
      incomingEnded: 'https://crm.example.com/{moment}?id={callId}',
    });
    const leg = (id: string) => aRingingCall({ id, pbxCallIds: [id] });
    pop.callChanged(leg('1'));
    pop.callChanged(leg('2'));
    at.nowMs += 4000;
    pop.callChanged(ends(leg('1'), at.nowMs - 2000));
    expect(opened).toEqual([]);
    pop.callChanged(ends(leg('2'), at.nowMs - 2000));
    pop.callChanged({ ...ends(leg('1'), at.nowMs - 2000), survey: { score: 1, label: null } });
    expect(opened).toEqual(['https://crm.example.com/ended?id=2']);
    pop.stop();
  });

  it('opens with every moment of calls that come quickly one after the other', async () => {
    const page = 'https://crm.example.com/{moment}?id={callId}';
    const { pop, opened, at } = aScreenPop({ incomingRinging: page, incomingAnswered: page, incomingEnded: page });
    for (let number = 0; number < 4; number += 1) {
      const call = aRingingCall({
        id: `${number}`,
        pbxCallIds: [`${number}`],
        caller: `0912000000${number}`,
        observed: { 'agent-ringing': at.nowMs },
      });
      pop.callChanged(call);
      const talking = talks(call, at.nowMs + 1000);
      at.nowMs += 1000;
      pop.callChanged(talking);
      at.nowMs += 5000;
      pop.callChanged(ends(talking, at.nowMs));
    }
    await settled();
    expect(opened).toHaveLength(12);
    expect(pop.notOpened()).toBeNull();
  });

  it('opens for five calls in ten seconds, and says how many more there would have been', async () => {
    const { pop, opened, at } = aScreenPop();
    for (let call = 0; call < 50; call += 1)
      pop.callChanged(aRingingCall({ id: `call-${call}`, caller: `09120000${100 + call}` }));
    await settled();
    expect(opened).toHaveLength(5);
    const error: DialerError = { code: 'pages-too-many', calls: 5, seconds: 10 };
    expect(pop.notOpened()).toEqual({ count: 45, atMs: morningMs, error });
    expect(await pop.tryOut('incomingRinging')).toEqual({ ok: false, error });
    pop.noticed();
    expect(pop.notOpened()).toBeNull();
    at.nowMs += 10_000;
    pop.callChanged(aRingingCall({ id: 'later', caller: '09120000999' }));
    expect(opened).toHaveLength(6);
    // What was left out does not come later, when nobody expects it.
    pop.callChanged(aRingingCall({ id: 'call-49', caller: '09120000149', startedAtMs: 0 }));
    expect(opened).toHaveLength(6);
  });

  it('that the system did not open is told', async () => {
    const { pop } = aScreenPop({}, fail({ code: 'opener-missing' }));
    pop.callChanged(aRingingCall());
    await settled();
    expect(pop.notOpened()).toEqual({ count: 1, atMs: morningMs, error: { code: 'opener-missing' } });
  });

  it('opens at the wish of the agent as often as asked, and for colleagues too', async () => {
    const { pop, opened, calls } = aScreenPop({ incomingClick: 'https://crm.example.com/c/{number}' });
    calls.set('old', aMinimalCall({ id: 'old', caller: '551', direction: 'inbound' }));
    const address = 'https://crm.example.com/c/551';
    expect(await pop.open('old')).toEqual({ ok: true, value: { address } });
    expect(await pop.open('old')).toEqual({ ok: true, value: { address } });
    expect(opened).toEqual([address, address]);
    expect(await pop.open('nobody')).toEqual({ ok: false, error: { code: 'not-found' } });
    calls.set('unknown', aMinimalCall({ id: 'unknown' }));
    expect(await pop.open('unknown')).toEqual({ ok: false, error: { code: 'not-found' } });
  });

  it('of a sample call is tried with its own address', async () => {
    const { pop, opened } = aScreenPop();
    expect(await pop.tryOut('incomingRinging')).toMatchObject({ ok: true });
    expect(opened).toEqual(['https://crm.example.com/ringing?q=09121234567']);
  });

  it('of a call of the demo opens nowhere, not even on a click; what was written can be tried', async () => {
    const page = 'https://crm.example.com/?q={number}';
    const every = Object.fromEntries(popSlots.map((slot) => [slot, page]));
    const { pop, opened, calls, settings } = aScreenPop(every);
    Object.assign(settings, effectiveSettings({ ...settings, mode: 'demo' }, 'http://127.0.0.1:1'));
    const call = aRingingCall({ id: 'demo' });
    calls.set('demo', call);
    pop.callChanged(call);
    expect(await pop.open('demo')).toEqual({ ok: false, error: { code: 'not-found' } });
    expect(opened).toEqual([]);
    expect(await pop.tryOut('incomingRinging')).toMatchObject({ ok: true });
    expect(opened).toHaveLength(1);
  });
});
