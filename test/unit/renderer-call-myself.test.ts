import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { acceptedHint } from '../../renderer/features/active-call/accepted-hint.ts';
import { myselfWord } from '../../renderer/features/settings/connection-test-call-word.ts';
import { callMyself, connectChecks, myselfError, useChecks } from '../../renderer/stores/checks.ts';
import { saveSettings } from '../../renderer/stores/settings.ts';
import type { DialerError } from '../../shared/errors.ts';
import type { ConnectionChecks } from '../../shared/ipc/check-schema.ts';
import { aMinimalCall } from '../support/call-builders.ts';

interface Asked {
  readonly channel: string;
  readonly answer: (value: unknown) => void;
}

const asked: Asked[] = [];
let announce: (checks: ConnectionChecks | null) => void = () => undefined;
const timeout: DialerError = { code: 'pbx-timeout', host: 'pbx', phase: 'answer' };

beforeEach(() => {
  asked.length = 0;
  vi.stubGlobal('window', {
    dialer: {
      request: (channel: string) => new Promise((answer) => asked.push({ channel, answer })),
      subscribe: (_channel: string, listener: typeof announce) => {
        announce = listener;
      },
    },
  });
  useChecks.setState({ checks: null, myself: { state: 'none' } });
  connectChecks();
});
afterEach(() => vi.unstubAllGlobals());

const channels = () => asked.map(({ channel }) => channel);
const myself = () => useChecks.getState().myself;
const turns = () => new Promise((resolve) => setTimeout(resolve));

describe('the hint at a call that was accepted', () => {
  it('promises no ring for longer than one may be on its way', () => {
    const call = aMinimalCall({ outcome: 'accepted', outcomeAtMs: 1000, startedAtMs: 900 });
    expect([2000, 6900, 7100, 30_000, 120_000].map((nowMs) => acceptedHint(call, nowMs))).toEqual([
      'accepted',
      'accepted',
      'notSeen',
      'notSeen',
      'neverSeen',
    ]);
  });
});

describe('a call to oneself', () => {
  it('that nobody answered clearly is no refusal, also before its row is known', async () => {
    const done = callMyself();
    await turns();
    asked[0]?.answer({ ok: true, value: { outcome: 'unknown', callId: '1', error: timeout } });
    await done;
    expect(myselfWord(myself(), null, false, 0)).toBe('unclear');
    expect(myselfError(myself())).toEqual(timeout);
    const row = aMinimalCall({ observed: { 'agent-ringing': 5 } });
    expect(myselfWord(myself(), row, true, 0)).toBe('rang');
  });

  it('that the PBX refused, that it accepted, and that never was one are told apart', () => {
    const error: DialerError = { code: 'pbx-refused', message: 'no' };
    const refused = { state: 'asked', result: { outcome: 'refused', callId: '1', error } } as const;
    const accepted = { state: 'asked', result: { outcome: 'accepted', callId: '1' } } as const;
    expect(myselfWord(refused, null, true, 0)).toBe('refused');
    const neverLeft = aMinimalCall({ outcome: 'refused', outcomeAtMs: 5, outcomeMessage: 'computer-offline' });
    expect(myselfWord(refused, neverLeft, true, 0)).toBe('notSent');
    expect(myselfWord(accepted, null, false, 0)).toBe('accepted');
    expect(myselfWord(accepted, null, true, 0)).toBe('waitingForRing');
    const silent = aMinimalCall({ outcome: 'accepted', outcomeAtMs: 5 });
    expect(myselfWord(accepted, silent, true, silent.startedAtMs + 30_000)).toBe('waitingForRing');
    // Past the time in which it would have rung, nothing is waited for any more.
    expect(myselfWord(accepted, silent, true, silent.startedAtMs + 300_000)).toBe('notRung');
    expect(myselfError(accepted)).toBeNull();
    expect(myselfWord({ state: 'not-sent', error }, null, true, 0)).toBe('notSent');
  });

  it('says nothing of a PBX that was left while it answered', async () => {
    const done = callMyself();
    await turns();
    announce(null);
    asked[0]?.answer({ ok: true, value: { outcome: 'accepted', callId: '1' } });
    await done;
    expect(myself()).toEqual({ state: 'none' });
  });

  it('waits for what is still being saved, is asked for once, and then is about that', async () => {
    void saveSettings({ identity: { caller: '558' } });
    const done = callMyself();
    await turns();
    expect(channels()).toEqual(['settings:update']);
    announce(null);
    void callMyself();
    asked[0]?.answer({ ok: true, value: {} });
    await turns();
    expect(channels()).toEqual(['settings:update', 'call:call-myself']);
    asked[1]?.answer({ ok: true, value: { outcome: 'accepted', callId: '2' } });
    await done;
    expect(myself()).toEqual({ state: 'asked', result: { outcome: 'accepted', callId: '2' } });
  });
});
