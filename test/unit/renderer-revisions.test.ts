import { beforeEach, describe, expect, it, vi } from 'vitest';
import { startCall } from '../../shared/domain/start-call.ts';
import type { AppState, DialerBridge } from '../../shared/ipc/contract.ts';

type Listener = (payload: unknown) => void;

/** The main process as the window sees it: answers are given by hand. */
function fakeBridge() {
  const listeners = new Map<string, Listener>();
  const asked: { channel: string; answer: (value: unknown) => void }[] = [];
  const order: string[] = [];
  const bridge = {
    request: (channel: string) => {
      order.push(`request ${channel}`);
      return new Promise((answer) => {
        asked.push({ channel, answer });
      });
    },
    subscribe: (channel: string, listener: Listener) => {
      order.push(`subscribe ${channel}`);
      listeners.set(channel, listener);
      return () => listeners.delete(channel);
    },
  };
  return {
    bridge: bridge as unknown as DialerBridge,
    order,
    announce: (channel: string, payload: unknown) => listeners.get(channel)?.(payload),
    answer: (channel: string, value: unknown) => {
      const at = asked.findIndex((entry) => entry.channel === channel);
      asked.splice(at, 1)[0]?.answer(value);
    },
    pending: () => asked.map((entry) => entry.channel),
  };
}

function call(id: string, startedAtMs: number, outcome: 'pending' | 'accepted' = 'pending') {
  const request = {
    caller: '557',
    callee: '0912',
    callerId: '557',
    dialplanContext: 'main_routing',
    trunkName: null,
    timeoutSeconds: null,
    callLimitSeconds: null,
  };
  return { ...startCall(id, 'demo', request, startedAtMs), outcome };
}

const state = (revision: number) => ({ revision }) as unknown as AppState;
let main: ReturnType<typeof fakeBridge>;

beforeEach(() => {
  vi.resetModules();
  main = fakeBridge();
  vi.stubGlobal('window', { dialer: main.bridge });
});

describe('the snapshot of the program', () => {
  it('is asked for after subscribing, and never goes back', async () => {
    const { connectAppState, useAppState } = await import('../../renderer/stores/app-state.ts');
    const connected = connectAppState();
    expect(main.order).toEqual(['subscribe state:changed', 'request app:snapshot']);
    main.announce('state:changed', state(7));
    main.answer('app:snapshot', { ok: true, value: state(5) });
    await connected;
    expect(useAppState.getState().state?.revision).toBe(7);
    main.announce('state:changed', state(6));
    expect(useAppState.getState().state?.revision).toBe(7);
    main.announce('state:changed', state(8));
    expect(useAppState.getState().state?.revision).toBe(8);
  });
});

describe('the calls', () => {
  it('keep what was announced while a page was on its way', async () => {
    const { connectCalls, showProfile, useCalls } = await import('../../renderer/stores/calls.ts');
    connectCalls();
    showProfile('demo');
    main.announce('call:changed', { revision: 2, call: call('a', 10, 'accepted'), total: 2 });
    main.answer('call:list', { ok: true, value: { calls: [call('a', 10), call('b', 5)], total: 2 } });
    await vi.waitFor(() => expect(useCalls.getState().ready).toBe(true));
    expect(useCalls.getState().calls.map((entry) => [entry.id, entry.outcome])).toEqual([
      ['a', 'accepted'],
      ['b', 'pending'],
    ]);
    main.announce('call:changed', { revision: 1, call: call('a', 10), total: 2 });
    expect(useCalls.getState().calls[0]?.outcome).toBe('accepted');
  });

  it('of the demo and of the real PBX do not mix', async () => {
    const { connectCalls, showProfile, useCalls } = await import('../../renderer/stores/calls.ts');
    connectCalls();
    showProfile('demo');
    showProfile('main');
    main.answer('call:list', { ok: true, value: { calls: [call('a', 10)], total: 1 } });
    main.announce('call:changed', { revision: 3, call: call('c', 20), total: 2 });
    await Promise.resolve();
    expect(useCalls.getState().calls).toEqual([]);
    expect(useCalls.getState().ready).toBe(false);
  });
});

describe('an intent to call', () => {
  it('is one request, however often it is repeated', async () => {
    const { originate, useDialling } = await import('../../renderer/stores/dialling.ts');
    const first = originate('0912', 'keypad');
    await expect(originate('0912', 'keypad')).resolves.toBeNull();
    expect(main.pending()).toEqual(['call:originate']);
    main.answer('call:originate', {
      ok: true,
      value: { outcome: 'unknown', callId: 'a', error: { code: 'pbx-timeout' } },
    });
    await expect(first).resolves.toBe('unknown');
    expect(main.pending()).toEqual([]);
    expect(useDialling.getState()).toMatchObject({ inFlight: false, problem: null });
    expect(useDialling.getState().failures.get('a')).toEqual({ code: 'pbx-timeout' });
  });
});
