import { afterEach, describe, expect, test } from 'vitest';
import { callsMeanwhile } from '../../electron/demo-pbx/calls-meanwhile.ts';
import { demoAccount } from '../../electron/demo-pbx/demo-pbx.ts';
import { beatMs } from '../../electron/history-backfill/watched-time.ts';
import { nothingHeard } from '../../shared/domain/call-parties.ts';
import { callDisposition, talkSeconds } from '../../shared/domain/call-view.ts';
import { startCall } from '../../shared/domain/start-call.ts';
import { type BackfillDesk, openBackfillDesk } from '../support/backfill-desk.ts';
import { aMinimalCall, aRecord } from '../support/call-builders.ts';

const hourMs = 60 * 60 * 1000;
const startMs = Math.floor(Date.now() / 1000) * 1000;
const awayMs = 8 * hourMs;
const desks: BackfillDesk[] = [];

afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.leave();
});

/** Somebody listened until so long ago, and now listens again. */
async function away(
  count: number,
  options: Parameters<typeof openBackfillDesk>[1] = {},
  forMs = awayMs,
): Promise<BackfillDesk> {
  const meanwhile = { count, fromMs: startMs - forMs + 60_000, toMs: startMs - 60_000 };
  const desk = await openBackfillDesk(startMs - forMs - 10_000, { meanwhile, ...options });
  desks.push(desk);
  for (const at of [-2 * beatMs, -beatMs, 0]) {
    desk.nowMs = startMs - forMs + at;
    desk.watched.beat();
  }
  desk.nowMs = startMs;
  return desk;
}

function allCalls(desk: BackfillDesk) {
  return desk.calls.list('main', null, 10_000);
}

/** Of a colleague, with somebody outside who called or was called. */
function talksOfOthers(count: number, forMs = awayMs) {
  return callsMeanwhile({ count, fromMs: startMs - forMs + 60_000, toMs: startMs - 60_000 }).flatMap((call) => {
    if (call.talkSeconds === 0 || call.callType === 'local') return [];
    if (call.caller === '551') return [{ ...call, number: call.callee, how: 'called-back' }];
    return call.callee === '551' ? [{ ...call, number: call.caller, how: 'reached-us' }] : [];
  });
}

function expectedOf(count: number, forMs = awayMs) {
  return callsMeanwhile({ count, fromMs: startMs - forMs + 60_000, toMs: startMs - 60_000 }).filter(
    (call) => call.caller === '557' || call.callee === '557',
  );
}

describe('numbers that wait to be called back', () => {
  /** It rang here and nobody took it. */
  const missedCall = (desk: BackfillDesk, number: string, atMs: number) => {
    const record = aRecord({ caller: number, callee: '557', direction: 'inbound', disposition: 'no-answer' });
    desk.begin({
      ...aMinimalCall({ id: `main:${number}-${atMs}`, caller: number, callee: '557', startedAtMs: atMs }),
      profile: 'main',
      heard: nothingHeard(atMs),
      observed: { 'came-in': atMs, 'agent-ringing': atMs },
      records: { cdr: record },
    });
  };
  const states = (desk: BackfillDesk) =>
    Object.fromEntries(
      [...desk.missed.list('main', false), ...desk.missed.list('main', true)].map(({ number, handled }) => [
        number,
        handled === null ? 'waits' : `${handled.how} ${'by' in handled ? handled.by : ''}`,
      ]),
    );

  test('do so no more when a colleague talked with them meanwhile, and those calls come into no history', async () => {
    const desk = await away(200);
    const [first, second] = [
      talksOfOthers(200).find(({ how }) => how === 'called-back'),
      talksOfOthers(200).find(({ how }) => how === 'reached-us'),
    ];
    if (first === undefined || second === undefined) throw new Error('No talks of others');
    missedCall(desk, first.number, first.startedAtMs - 60_000);
    missedCall(desk, second.number, second.startedAtMs - 60_000);
    const later = talksOfOthers(200).find(({ number }) => number !== first.number && number !== second.number);
    if (later === undefined) throw new Error('No third talk');
    // Called again after the talk.
    missedCall(desk, later.number, later.endedAtMs + 60_000);
    missedCall(desk, '02188776655', first.startedAtMs);
    missedCall(desk, 'anonymous', first.startedAtMs);
    expect(new Set(Object.values(states(desk)))).toEqual(new Set(['waits']));
    expect(await desk.run('start')).toMatchObject({ added: expectedOf(200).length, error: null });
    expect(states(desk)).toMatchObject({
      [first.number]: 'called-back 551',
      [second.number]: 'reached-us 551',
      [later.number]: 'waits',
      '02188776655': 'waits',
    });
    expect(allCalls(desk).filter(({ caller, callee }) => caller !== '557' && callee !== '557')).toEqual([]);
  });

  test('are asked for again when the reports failed meanwhile, also after a restart; and not where somebody listened', async () => {
    const desk = await away(200);
    const [talk] = talksOfOthers(200);
    if (talk === undefined) throw new Error('No talk of others');
    missedCall(desk, talk.number, talk.startedAtMs - 60_000);
    // As soon as the own calls are there.
    desk.line.fails = () => (desk.gaps.list('main').length === 0 ? 403 : null);
    expect(await desk.run('start')).toMatchObject({ error: { code: 'pbx-access-denied' } });
    expect(states(desk)[talk.number]).toBe('waits');
    desk.line.fails = () => null;
    const next = desk.restarted();
    next.nowMs += 10_000;
    expect(await next.run('start')).toMatchObject({ error: null });
    expect(states(next)[talk.number]).toBe(`${talk.how} 551`);

    missedCall(next, '02188776655', next.nowMs);
    next.watched.beat();
    next.nowMs += 5000;
    next.watched.beat();
    const { requests } = next.line;
    next.nowMs += 61_000;
    // Notes of the time come every five seconds.
    next.watched.catchUp();
    await next.run('asked');
    const asked = next.line.requests - requests;
    expect(asked).toBeGreaterThan(2);
    for (let at = 0; at < 13; at += 1) {
      next.nowMs += 5000;
      next.watched.beat();
    }
    const before = next.line.requests;
    await next.run('network');
    expect(next.line.requests - before).toBe(2);
  });
});

describe('calls of a time in which nobody listened', () => {
  test('5,000 calls of eight hours come in whole, in small steps, and once', async () => {
    const desk = await away(5000);
    const expected = expectedOf(5000);
    expect(await desk.run('start')).toMatchObject({ added: expected.length, cancelled: false, error: null });
    const calls = allCalls(desk);
    const ids = new Set(calls.flatMap(({ pbxCallIds }) => pbxCallIds));
    expect(expected.filter(({ pbxCallId }) => !ids.has(pbxCallId))).toEqual([]);
    expect(calls.filter(({ caller, callee }) => caller !== '557' && callee !== '557')).toEqual([]);
    for (const one of expected.filter((_, index) => index % 97 === 0)) {
      const call = calls.find(({ pbxCallIds }) => pbxCallIds.includes(one.pbxCallId));
      expect(call).toMatchObject({ caller: one.caller, callee: one.callee });
      expect(Math.floor((call?.startedAtMs ?? 0) / 1000)).toBe(Math.floor(one.startedAtMs / 1000));
      if (call === undefined) continue;
      expect(talkSeconds(call)).toBe(one.talkSeconds);
      expect(callDisposition(call) === 'answered').toBe(one.disposition === 'ANSWERED');
      // No news of this run of the program.
      expect(call.heard.firstAtMs).toBeLessThanOrEqual(one.endedAtMs + 1000);
    }
    expect(desk.published).toHaveLength(calls.length);
    expect(desk.gaps.list('main')).toEqual([]);
    const held = [...desk.heldMs].sort((a, b) => a - b);
    expect(held[Math.floor(held.length * 0.99)]).toBeLessThan(50);

    expect(await desk.run('asked')).toMatchObject({ added: 0, error: null });
    expect(desk.calls.count('main')).toBe(expected.length);
    expect(desk.published).toHaveLength(expected.length);
  }, 120_000);

  test('calls that events told of are not doubled, under whichever id the event names them', async () => {
    const desk = await away(0);
    const [first, second, third] = expectedOf(40).filter(({ disposition }) => disposition === 'ANSWERED');
    if (first === undefined || second === undefined || third === undefined) throw new Error('No calls');
    await desk.leave();
    desks.splice(0);
    const again = await away(40);
    const cdr = (call: typeof first) => ({
      event_name: 'Cdr',
      starttime: new Date(call.startedAtMs).toISOString().replace('T', ' ').replace('Z', '000'),
      endtime: new Date(call.endedAtMs).toISOString().replace('T', ' ').replace('Z', '000'),
      src: call.caller,
      dst: call.callee,
      type: call.callType,
      disposition: 'ANSWERED',
      duration: String(call.waitSeconds + call.talkSeconds),
      billsec: call.talkSeconds,
      wait: call.waitSeconds,
    });
    const legOf = (id: string) => id.replace(/\d+$/, (counter) => String(Number(counter) + 1));
    await again.receive({ ...cdr(first), unique_id: first.pbxCallId });
    await again.receive({ ...cdr(second), cuid: legOf(second.pbxCallId) });
    // Of this one only that it came in was heard, which does not tell whose it is.
    await again.receive({ event_name: 'OutgoingCall', number: '1', outgoing_point: 'Heard', cuid: third.pbxCallId });
    expect(again.calls.count('main')).toBe(2);
    const added = expectedOf(40).length - 2;
    expect(await again.run('start')).toMatchObject({ added });
    expect(again.calls.count('main')).toBe(added + 2);
    const call = allCalls(again).find(({ pbxCallIds }) => pbxCallIds.includes(third.pbxCallId));
    expect(call?.heard.trunkName).toBe('Heard');
    // An event that comes after the report finds its call as well.
    await again.receive({ ...cdr(third), unique_id: legOf(third.pbxCallId) });
    expect(again.calls.count('main')).toBe(added + 2);
  });

  test('a call that was asked for here, and whose id the PBX never told, gets its record', async () => {
    const desk = await away(40);
    const outgoing = expectedOf(40).find(({ callType }) => callType === 'outgoing');
    if (outgoing === undefined) throw new Error('No outgoing call');
    const wish = {
      caller: '557',
      callee: outgoing.callee,
      callerId: '557',
      dialplanContext: 'main_routing',
      trunkName: null,
      timeoutSeconds: 30,
      callLimitSeconds: null,
    };
    desk.begin({ ...startCall('asked', 'main', wish, outgoing.startedAtMs - 1000), outcome: 'accepted' });
    await desk.run('start');
    expect(desk.calls.get('asked')?.pbxCallIds).toContain(outgoing.pbxCallId);
    expect(desk.calls.count('main')).toBe(expectedOf(40).length);
  });

  test('a cancelled reading keeps what it has; the rest stays a gap until somebody asks for it', async () => {
    const desk = await away(1200);
    let pages = 0;
    desk.onPage = () => {
      pages += 1;
      if (pages === 4) desk.backfill.cancel();
    };
    expect(await desk.run('start')).toMatchObject({ cancelled: true, error: null });
    const kept = desk.calls.count('main');
    expect(kept).toBeGreaterThan(100);
    expect(kept).toBeLessThan(expectedOf(1200).length);
    const [gap, ...otherGaps] = desk.backfill.status().gaps;
    expect([gap?.toMs, gap?.reason, otherGaps]).toEqual([startMs, 'cancelled', []]);
    // It ends where the reading did: but for the part that was just read, no call stands in it.
    expect(gap?.fromMs).toBeGreaterThan(startMs - awayMs);
    expect(allCalls(desk).filter(({ startedAtMs }) => startedAtMs >= (gap?.fromMs ?? 0)).length).toBeLessThan(101);
    const ofOwnCalls = () => desk.pbx.requests.filter(({ body }) => JSON.stringify(body).includes('"557"')).length;
    const requests = ofOwnCalls();
    desk.nowMs += 5 * 60_000;
    desk.watched.beat();
    await desk.run('woke');
    // The last hour only.
    expect(ofOwnCalls() - requests).toBeLessThan(8);
    expect(desk.backfill.status().gaps).toMatchObject([{ reason: 'cancelled' }]);
    // Asked for again and killed: that is nobody's wish to leave it, and the next start goes on.
    pages = 0;
    await new Promise<void>((resolve) => {
      desk.onPage = () => {
        pages += 1;
        if (pages === 4) resolve();
      };
      desk.backfill.start('asked');
    });
    await desk.backfill.stop();
    const next = desk.restarted();
    expect(next.gaps.list('main')).toMatchObject([{ reason: 'unasked' }]);
    await next.run('start');
    expect(next.backfill.status().gaps).toEqual([]);
    expect(next.calls.count('main')).toBe(expectedOf(1200).length);
  });

  test('a page that fails once is asked for again; one that goes on failing leaves a gap from there on', async () => {
    const desk = await away(600);
    desk.line.fails = (requests) => (requests === 3 ? 503 : null);
    const told: { readonly part: number; readonly waits: boolean }[] = [];
    desk.onPage = () => {
      const { running } = desk.backfill.status();
      if (running !== null) told.push(running);
    };
    expect(await desk.run('start')).toMatchObject({ error: null });
    expect(desk.waits).toContain(1000);
    // Seen in the window: how much of the time was read, and that the PBX is waited for.
    expect(told.filter(({ waits }) => waits)).toHaveLength(1);
    const parts = [...new Set(told.map(({ part }) => part))];
    expect(parts).toEqual([...parts].sort((a, b) => a - b));
    expect([parts[0], parts.length > 3, Math.max(...parts) < 1.000001]).toEqual([0, true, true]);
    expect(desk.calls.count('main')).toBe(expectedOf(600).length);

    const other = await away(600);
    // As soon as the first hours were read whole.
    other.line.fails = () => (other.gaps.list('main')[0]?.fromMs === startMs - awayMs ? null : 503);
    expect(await other.run('start')).toMatchObject({ error: { code: 'pbx-server-error' } });
    expect(other.waits.filter((ms) => ms >= 1000)).toEqual([1000, 4000, 15_000]);
    const [gap, ...otherGaps] = other.backfill.status().gaps;
    expect([gap?.toMs, gap?.reason, otherGaps]).toEqual([startMs, 'failed', []]);
    const before = expectedOf(600).filter(({ startedAtMs }) => startedAtMs < (gap?.fromMs ?? 0));
    expect(before.length).toBeGreaterThan(0);
    const read = new Set(allCalls(other).flatMap(({ pbxCallIds }) => pbxCallIds));
    expect(before.filter(({ pbxCallId }) => !read.has(pbxCallId))).toEqual([]);
    // The reports are asked by whole minutes.
    expect(other.calls.count('main') - before.length).toBeLessThan(4);
    other.line.fails = () => null;
    await other.run('asked');
    expect(other.backfill.status().gaps).toEqual([]);
    expect(other.calls.count('main')).toBe(expectedOf(600).length);
  });

  test('what the account may not read is a gap, also after a restart, and filled when it may', async () => {
    const services = ['setting/ping/act'];
    const desk = await away(50, { accounts: [{ ...demoAccount, services }] });
    expect(await desk.run('start')).toMatchObject({ error: { code: 'pbx-access-denied', right: 'reports' } });
    expect(desk.line.requests).toBe(1);
    const gap = { fromMs: startMs - awayMs, toMs: startMs, reason: 'denied' };
    expect(desk.backfill.status().gaps).toEqual([gap]);
    const later = desk.restarted();
    expect(later.backfill.status().gaps).toEqual([gap]);
    services.push('reports/cdr/search');
    later.nowMs += 1000;
    await later.run('start');
    expect(later.backfill.status().gaps).toEqual([]);
    expect(later.calls.count('main')).toBe(expectedOf(50).length);
  });

  test('a killed program leaves the moment until which it listened', async () => {
    const desk = await away(0);
    desk.hears = false;
    const next = desk.restarted();
    expect(next.watched.catchUp()).toEqual([{ fromMs: startMs - awayMs, toMs: startMs, reason: 'unasked' }]);
    // Asked for by nobody yet, and killed again.
    const last = next.restarted();
    last.nowMs += 10_000;
    expect(last.watched.catchUp()).toEqual([{ fromMs: startMs - awayMs, toMs: startMs + 10_000, reason: 'unasked' }]);
  });

  test('every occasion asks from the last event minus an hour; what is asked for at once waits for a call', async () => {
    const desk = await away(0);
    await desk.run('start');
    const ranges = () =>
      desk.pbx.requests
        .filter(({ path }) => path.endsWith('reports/cdr/search'))
        .map(({ body }) => (body as { date_range: { from: string } }).date_range.from);
    for (const occasion of ['woke', 'network', 'listening', 'reached'] as const) {
      desk.nowMs += 3 * 60_000;
      desk.watched.beat();
      const before = ranges().length;
      await desk.run(occasion);
      expect(ranges().length - before, occasion).toBeGreaterThanOrEqual(2);
    }
    // A network that flaps.
    desk.nowMs += 1000;
    desk.watched.beat();
    const before = ranges().length;
    desk.backfill.start('network');
    expect(desk.backfill.status().running).toBeNull();
    expect(ranges()).toHaveLength(before);

    let placed: () => void = () => undefined;
    desk.placing = new Promise((resolve) => {
      placed = resolve;
    });
    const asked = desk.run('asked');
    // Time in which a request would go out: that none does is not announced by anything.
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(ranges()).toHaveLength(before);
    expect(desk.backfill.status().running).toEqual({ read: 0, added: 0, asked: true, part: 0, waits: false });
    placed();
    await asked;
    expect(ranges().length).toBeGreaterThan(before);
  });

  test('an answer that takes too long leaves a gap that says so, and is not asked for whenever the PBX answers a ping', async () => {
    const desk = await away(40);
    desk.limits.answerMs = 40;
    desk.line.fails = () => 'silence';
    expect(await desk.run('start')).toMatchObject({ error: { code: 'reports-slow' } });
    expect(desk.backfill.status().gaps).toEqual([{ fromMs: startMs - awayMs, toMs: startMs, reason: 'slow' }]);
    const { requests } = desk.line;
    desk.nowMs += 1000;
    desk.watched.beat();
    desk.backfill.start('reached');
    expect(desk.backfill.status().running).toBeNull();
    expect(desk.line.requests).toBe(requests);
    desk.limits.answerMs = 5000;
    desk.line.fails = () => null;
    expect(await desk.run('asked')).toMatchObject({ added: expectedOf(40).length, error: null });
    expect(desk.backfill.status().gaps).toEqual([]);
  });

  test('an account that is not accepted, also in the middle, is told, and what was read whole stays read', async () => {
    for (const [status, code] of [
      [401, 'pbx-credentials-wrong'],
      [403, 'pbx-access-denied'],
    ] as const) {
      const desk = await away(600);
      desk.line.fails = () => (desk.gaps.list('main')[0]?.fromMs === startMs - awayMs ? null : status);
      expect(await desk.run('start')).toMatchObject({ error: { code } });
      const [gap, ...others] = desk.backfill.status().gaps;
      expect([gap?.reason, gap?.toMs, others]).toEqual([status === 401 ? 'account' : 'denied', startMs, []]);
      expect(gap?.fromMs).toBeGreaterThan(startMs - awayMs);
      expect(desk.calls.count('main')).toBeGreaterThan(0);
    }
  });

  test('a program that is killed in the middle goes on with what was not read whole', async () => {
    const desk = await away(1200);
    await new Promise<void>((resolve) => {
      desk.onPage = () => {
        if (desk.gaps.list('main')[0]?.fromMs !== startMs - awayMs) resolve();
      };
      desk.backfill.start('start');
    });
    // Nothing of it is told any more.
    await desk.backfill.stop();
    const next = desk.restarted();
    const [left] = next.watched.catchUp();
    expect(left).toMatchObject({ toMs: startMs, reason: 'unasked' });
    expect(left?.fromMs).toBeGreaterThan(startMs - awayMs);
    expect(await next.run('start')).toMatchObject({ error: null });
    expect(next.calls.count('main')).toBe(expectedOf(1200).length);
    expect(next.backfill.status().gaps).toEqual([]);
  });

  test('a profile that is left is not read any further, and its calls are not taken for those of the next', async () => {
    const desk = await away(600);
    desk.onPage = () => {
      desk.profile = 'branch';
      desk.backfill.profileChanged();
    };
    await desk.run('start');
    expect(desk.calls.count('branch')).toBe(0);
    expect(desk.gaps.list('main')).toMatchObject([{ reason: 'unasked' }]);
    expect(desk.backfill.status()).toMatchObject({ done: null, gaps: [] });
    // Nobody gave up what came since it was read last.
    expect(desk.gaps.marks('main')?.readUntilMs).toBeLessThan(startMs - awayMs);
  });

  test('a profile that is left in the middle of a page gets none of what is left of it', async () => {
    const desk = await away(600);
    desk.onBatch = () => {
      desk.profile = 'branch';
      desk.backfill.profileChanged();
    };
    await desk.run('start');
    expect(desk.calls.count('branch')).toBe(0);
    expect(desk.calls.count('main')).toBeGreaterThan(0);
    expect(desk.calls.count('main')).toBeLessThan(20);
  });

  test('a bug in one reading is heard of, and the next one is begun nevertheless', async () => {
    const desk = await away(40);
    const { list } = desk.gaps;
    Object.assign(desk.gaps, {
      list: () => {
        throw new Error('a bug');
      },
    });
    desk.backfill.start('start');
    await expect.poll(() => desk.bugs.length).toBeGreaterThan(0);
    desk.bugs.splice(0);
    Object.assign(desk.gaps, { list });
    expect(await desk.run('asked')).toMatchObject({ added: expectedOf(40).length, error: null });
  });
});
