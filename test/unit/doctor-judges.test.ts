import { describe, expect, it } from 'vitest';
import { judgeDisk, judgeHotkeys, judgeKeychain, judgeLinks } from '../../electron/diagnostics/judge-computer.ts';
import { judgeKinds, judgeListener, judgeRoundTrip } from '../../electron/diagnostics/judge-events.ts';
import {
  judgeAccount,
  judgeAddress,
  judgeCalls,
  judgePingRight,
  judgeRight,
  judgeSimotel,
} from '../../electron/diagnostics/judge-pbx.ts';
import { judgeClock, judgeZones, type SeenTimes } from '../../electron/diagnostics/judge-times.ts';
import type { HotkeyState } from '../../shared/ipc/quick-dial-contract.ts';
import { fail, succeed } from '../../shared/result.ts';
import { listenerStatus } from '../support/listener-status.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const denied = { code: 'pbx-access-denied', right: 'other', service: 'ping' } as const;
const silent = { code: 'pbx-timeout', host: 'pbx', phase: 'connect' } as const;

describe('of the PBX', () => {
  it('what was reached says how, and what was not is told by its error', () => {
    const reach = { state: 'passed', host: 'pbx.example', ms: 12, encryption: 'pinned' } as const;
    expect(judgeAddress({ reach })).toMatchObject({
      state: 'ok',
      says: 'address-pinned',
      facts: { host: 'pbx.example', ms: 12 },
    });
    expect(judgeAddress({ reach: { state: 'running' } })).toMatchObject({ state: 'checking' });
    expect(judgeAddress({ reach: { state: 'failed', error: { code: 'computer-offline' } } })).toMatchObject({
      state: 'failed',
      says: 'error',
      error: { code: 'computer-offline' },
    });
  });

  it('what was never asked is not observed, and neither fine nor failed', () => {
    const skipped = { state: 'skipped' } as const;
    for (const judged of [
      judgeSimotel({ simotel: skipped }),
      judgeAccount({ account: skipped }),
      judgePingRight({ account: skipped }),
      judgeRight({ services: [{ service: 'trunks', state: 'skipped' }] }, 'trunks'),
    ]) {
      expect(judged).toMatchObject({ state: 'unseen', says: 'not-reached' });
    }
  });

  it.each([
    ['allowed', 'ok'],
    ['denied', 'attention'],
    ['missing', 'attention'],
    ['unknown', 'unseen'],
    ['running', 'checking'],
  ] as const)('a right that is %s is %s', (state, expected) => {
    expect(judgeRight({ services: [{ service: 'reports', state }] }, 'reports').state).toBe(expected);
  });

  it('an account without the right to ping is accepted, and the ping alone needs attention', () => {
    const account = { state: 'passed', pingDenied: denied } as const;
    expect(judgeAccount({ account }).state).toBe('ok');
    expect(judgePingRight({ account }).state).toBe('attention');
    expect(judgePingRight({ account: { state: 'passed', pingDenied: null } }).state).toBe('ok');
  });

  it('only a call proves that calls can be placed', () => {
    expect(judgeCalls({ denied: null, acceptedAtMs: null })).toMatchObject({ state: 'unseen', says: 'calls-unseen' });
    expect(judgeCalls({ denied: null, acceptedAtMs: 5 })).toMatchObject({ state: 'ok', facts: { atMs: 5 } });
    expect(judgeCalls({ denied: { atMs: 7, service: 'x' }, acceptedAtMs: 5 })).toMatchObject({
      state: 'failed',
      facts: { atMs: 7 },
    });
  });
});

describe('of events', () => {
  it.each([
    ['listening', 'ok', 'listener-on'],
    ['off', 'attention', 'listener-off'],
    ['starting', 'unseen', 'listener-starting'],
    ['port-in-use', 'failed', 'listener-port'],
    ['address-missing', 'failed', 'listener-address'],
    ['credentials-missing', 'failed', 'listener-credentials'],
    ['failed', 'failed', 'listener-failed'],
  ] as const)('a listener that is %s is %s', (state, expected, says) => {
    const judged = judgeListener({ ...listenerStatus, state, address: 'a', port: 8088, problem: 'EACCES' });
    expect(judged).toMatchObject({ state: expected, says });
    expect(judged.facts.port).toBe(state === 'port-in-use' ? 8088 : undefined);
    expect(judged.facts.code).toBe(state === 'failed' ? 'EACCES' : undefined);
  });

  it('the way back is proven by the event alone', () => {
    const judged = (...outcome: Parameters<typeof judgeRoundTrip>) => judgeRoundTrip(...outcome).state;
    expect(judgeRoundTrip(succeed({ outcome: 'arrived', answerMs: 3, eventMs: 9 }))).toMatchObject({
      state: 'ok',
      facts: { answerMs: 3, eventMs: 9 },
    });
    expect(judged(succeed({ outcome: 'nothing-came', answerMs: 3 }))).toBe('failed');
    expect(judged(succeed({ outcome: 'turned-away', answerMs: 3 }))).toBe('failed');
    expect(judged(succeed({ outcome: 'not-listening' }))).toBe('unseen');
    expect(judged(succeed({ outcome: 'pbx-left' }))).toBe('unseen');
    expect(judged(null)).toBe('unseen');
    expect(judgeRoundTrip(fail(denied))).toMatchObject({ state: 'unseen', says: 'round-trip-denied', error: null });
    expect(judgeRoundTrip(fail(silent))).toMatchObject({ state: 'failed', error: silent });
  });

  it('kinds that did not come prove nothing, except states of phones that no ended call had', () => {
    const kinds = (receivedByName: Record<string, number>, earlierAtMs: number | null = null) =>
      judgeKinds({ receivedByName, earlierAtMs });
    expect(kinds({})).toMatchObject({ state: 'unseen', says: 'kinds-none' });
    expect(kinds({ Cdr: 0 }, 77)).toMatchObject({ state: 'unseen', says: 'kinds-earlier', facts: { atMs: 77 } });
    expect(kinds({ Ping: 1 })).toMatchObject({
      state: 'unseen',
      says: 'kinds-some',
      facts: { arrived: ['Ping'], missing: ['NewState', 'OutgoingCall', 'IncomingCall', 'Cdr'] },
    });
    expect(kinds({ NewState: 2, OutgoingCall: 1 })).toMatchObject({
      state: 'unseen',
      facts: { missing: ['IncomingCall', 'Cdr'] },
    });
    expect(kinds({ Cdr: 1, Ping: 1 })).toMatchObject({
      state: 'attention',
      says: 'kinds-without-states',
      facts: { missing: ['NewState'] },
    });
    expect(kinds({ NewState: 4, OutgoingCall: 1, IncomingCall: 1, Cdr: 2 })).toMatchObject({
      state: 'ok',
      says: 'kinds-all',
      facts: { arrived: ['Cdr', 'IncomingCall', 'NewState', 'OutgoingCall'] },
    });
  });
});

describe('of clocks', () => {
  const seen = (known: Partial<SeenTimes>): SeenTimes => ({
    aheadMs: null,
    lastEndOffMs: null,
    problem: null,
    zone: 'Asia/Tehran',
    ...known,
  });

  it('what the PBX never told is not observed; two minutes apart is too much, either way', () => {
    expect(judgeClock(seen({}))).toMatchObject({ state: 'unseen', says: 'clock-unseen' });
    expect(judgeClock(seen({ aheadMs: -900 }))).toMatchObject({ state: 'ok', facts: { apartMs: 900 } });
    expect(judgeClock(seen({ aheadMs: 2 * minuteMs - 1 })).state).toBe('ok');
    expect(judgeClock(seen({ aheadMs: 2 * minuteMs }))).toMatchObject({ state: 'failed', says: 'clock-ahead' });
    expect(judgeClock(seen({ aheadMs: -12 * minuteMs }))).toMatchObject({
      state: 'failed',
      says: 'clock-behind',
      facts: { apartMs: 12 * minuteMs },
    });
    // Of a PBX that tells no time, two records may have shown it.
    const problem = { problem: 'clocks-differ', pbxAheadMs: 7 * minuteMs } as const;
    expect(judgeClock(seen({ problem }))).toMatchObject({ state: 'failed', facts: { apartMs: 7 * minuteMs } });
  });

  it('a zone is right where the end of a call fits it, and unknown where none ended', () => {
    expect(judgeZones(seen({}))).toMatchObject({ state: 'unseen', says: 'zones-unseen' });
    expect(judgeZones(seen({ lastEndOffMs: -1500 }))).toMatchObject({
      state: 'ok',
      says: 'zones-agree',
      facts: { zone: 'Asia/Tehran' },
    });
    // One record may be an old one, and where the clocks differ it says nothing of the zone.
    expect(judgeZones(seen({ lastEndOffMs: -hourMs })).state).toBe('unseen');
    const problem = { problem: 'clocks-differ', pbxAheadMs: 7 * minuteMs } as const;
    expect(judgeZones(seen({ lastEndOffMs: 10, problem })).state).toBe('unseen');
  });

  it('a wrong zone names the one that fits, where one of those in use does', () => {
    const problem = { problem: 'event-time-zone', eventsAheadMs: -3.5 * hourMs, rightZone: 'UTC' } as const;
    expect(judgeZones(seen({ lastEndOffMs: -3.5 * hourMs, problem }))).toMatchObject({
      state: 'failed',
      says: 'zones-wrong-known',
      facts: { zone: 'Asia/Tehran', rightZone: 'UTC', apartMs: 3.5 * hourMs },
    });
    expect(judgeZones(seen({ problem: { ...problem, rightZone: null } }))).toMatchObject({ says: 'zones-wrong' });
    expect(judgeZones(seen({ problem: { problem: 'event-clock', eventsAheadMs: 9 * minuteMs } }))).toMatchObject({
      state: 'attention',
      says: 'zones-other-clock',
    });
  });
});

describe('of this computer', () => {
  const credentials = { backend: 'kwallet', hasUser: true, hasPassword: true, hasToken: false, locked: false } as const;

  it('passwords are safe in a keychain alone', () => {
    expect(judgeKeychain({ ...credentials, protection: 'keychain' })).toMatchObject({
      state: 'ok',
      facts: { store: 'kwallet' },
    });
    expect(judgeKeychain({ ...credentials, protection: 'memory' }).state).toBe('attention');
    expect(judgeKeychain({ ...credentials, protection: 'unprotected' }).state).toBe('attention');
    expect(judgeKeychain({ ...credentials, protection: 'keychain', locked: true }).state).toBe('failed');
  });

  it('hotkeys are fine where none is wanted or all were given, and not observed where no press showed it', () => {
    const none: HotkeyState = 'none';
    const all = { quickDial: none, dialSelection: none, redial: none, showCall: none };
    const judged = (states: Partial<Record<keyof typeof all, HotkeyState>>, paused = false) =>
      judgeHotkeys({ paused, states: { ...all, ...states } });
    expect(judged({})).toMatchObject({ state: 'ok', says: 'hotkeys-none' });
    expect(judged({ redial: 'on' })).toMatchObject({ state: 'ok', facts: { actions: ['redial'] } });
    expect(judged({ redial: 'on', quickDial: 'taken', showCall: 'harmful' })).toMatchObject({
      state: 'attention',
      facts: { actions: ['quickDial', 'showCall'] },
    });
    expect(judged({ redial: 'unsure' })).toMatchObject({ state: 'unseen', facts: { actions: ['redial'] } });
    expect(judged({ redial: 'on' }, true)).toMatchObject({ state: 'attention', says: 'hotkeys-paused' });
  });

  it('links count by what opens a clicked number', () => {
    const own = { scheme: 'dialdesk', state: 'ours', program: null } as const;
    expect(judgeLinks([{ scheme: 'tel', state: 'ours', program: null }, own])).toMatchObject({
      state: 'ok',
      facts: { schemes: ['tel', 'dialdesk'] },
    });
    expect(judgeLinks([{ scheme: 'tel', state: 'other', program: 'Skype' }, own])).toMatchObject({
      state: 'attention',
      facts: { schemes: ['tel'], program: 'Skype' },
    });
    expect(judgeLinks([{ scheme: 'tel', state: 'none', program: null }]).says).toBe('links-none');
    expect(judgeLinks([{ scheme: 'tel', state: 'unknown', program: null }]).state).toBe('unseen');
    expect(judgeLinks(null).state).toBe('unseen');
  });

  it('a disk needs room for a backup beside the history', () => {
    const megabyte = 1024 * 1024;
    const judged = (freeBytes: number | null, usedBytes: number, keeping = {}) =>
      judgeDisk({ keeping: { storage: null, backup: null, ...keeping }, freeBytes, usedBytes });
    expect(judged(900 * megabyte, megabyte)).toMatchObject({ state: 'ok', says: 'disk-roomy' });
    expect(judged(400 * megabyte, megabyte)).toMatchObject({ state: 'attention', says: 'disk-low' });
    expect(judged(900 * megabyte, 500 * megabyte)).toMatchObject({ state: 'attention', says: 'disk-low' });
    expect(judged(null, megabyte).state).toBe('unseen');
    expect(judged(900 * megabyte, megabyte, { backup: { problem: 'damaged' } }).says).toBe('disk-backup');
    expect(judged(900 * megabyte, megabyte, { storage: 'full' })).toMatchObject({
      state: 'failed',
      facts: { storage: 'full' },
    });
  });
});
