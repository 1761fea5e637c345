import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { startCall } from '../../shared/domain/start-call.ts';
import type { AppState } from '../../shared/ipc/app-state-schema.ts';
import type { DialerBridge } from '../../shared/ipc/contract.ts';

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

describe('a part of the snapshot', () => {
  it('stays the same object until it says something else', async () => {
    const { receiveAppState, useAppState } = await import('../../renderer/stores/app-state.ts');
    const snapshot = (revision: number, lastEventAtMs: number | null) =>
      ({
        revision,
        settings: { ui: { theme: 'dark' }, list: ['a', { b: null }] },
        provisioning: null,
        listener: { lastEventAtMs, receivedByName: {} },
      }) as unknown as AppState;
    receiveAppState(snapshot(1, null));
    const before = useAppState.getState().state;
    receiveAppState(snapshot(2, 5));
    const now = useAppState.getState().state;
    expect(now).toEqual(snapshot(2, 5));
    expect(now?.settings).toBe(before?.settings);
    expect(now?.listener).not.toBe(before?.listener);
  });

  it('is compared to its depth', async () => {
    const { isEqualData } = await import('../../renderer/stores/keep-equal.ts');
    expect(isEqualData({ a: [1, { b: null }] }, { a: [1, { b: null }] })).toBe(true);
    expect(isEqualData({ a: [1, { b: null }] }, { a: [1, { b: 0 }] })).toBe(false);
    expect(isEqualData({ a: undefined }, { b: 1 })).toBe(false);
    expect(isEqualData({ a: 1 }, { a: 1, b: 2 })).toBe(false);
    expect(isEqualData([], {})).toBe(false);
    expect(isEqualData(null, {})).toBe(false);
  });
});

describe('the calls', () => {
  it('keep what was announced while a page was on its way', async () => {
    const { connectCalls, showCalls, useCalls } = await import('../../renderer/stores/calls.ts');
    connectCalls();
    showCalls('demo');
    main.announce('call:changed', { revision: 2, call: call('a', 10, 'accepted'), total: 2, totalOfAll: 2 });
    main.answer('call:list', { ok: true, value: { calls: [call('a', 10), call('b', 5)], total: 2 } });
    await vi.waitFor(() => expect(useCalls.getState().ready).toBe(true));
    expect(useCalls.getState().calls.map((entry) => [entry.id, entry.outcome])).toEqual([
      ['a', 'accepted'],
      ['b', 'pending'],
    ]);
    main.announce('call:changed', { revision: 1, call: call('a', 10), total: 2, totalOfAll: 2 });
    expect(useCalls.getState().calls[0]?.outcome).toBe('accepted');
  });

  it('of the demo and of the real PBX do not mix', async () => {
    const { connectCalls, showCalls, useCalls } = await import('../../renderer/stores/calls.ts');
    connectCalls();
    showCalls('demo');
    showCalls('main');
    main.answer('call:list', { ok: true, value: { calls: [call('a', 10)], total: 1 } });
    main.announce('call:changed', { revision: 3, call: call('c', 20), total: 2, totalOfAll: 2 });
    await Promise.resolve();
    expect(useCalls.getState().calls).toEqual([]);
    expect(useCalls.getState().ready).toBe(false);
  });
});

describe('the newest calls, where there are older ones', () => {
  async function readNewest() {
    const store = await import('../../renderer/stores/calls.ts');
    store.connectCalls();
    store.showCalls('demo');
    const page = Array.from({ length: 60 }, (_, at) => call(`c${at}`, 1000 - at));
    main.answer('call:list', { ok: true, value: { calls: page, total: 200 } });
    await vi.waitFor(() => expect(store.useCalls.getState().ready).toBe(true));
    return () => store.useCalls.getState().calls.map(({ id, outcome }) => `${id} ${outcome}`);
  }
  const change = (revision: number, changed: ReturnType<typeof call>) =>
    main.announce('call:changed', { revision, call: changed, total: 200, totalOfAll: 200 });

  it('keep one whose record moves its start below the last, and take none that is older', async () => {
    const held = await readNewest();
    change(1, call('old', 5));
    change(2, call('c0', 4, 'accepted'));
    await vi.waitFor(() => expect(held().at(-1)).toBe('c0 accepted'));
    expect(held()).toHaveLength(60);
    change(3, call('new', 2000));
    await vi.waitFor(() => expect(held()[0]).toBe('new pending'));
    expect(held()).toHaveLength(61);
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
  });

  it('is said when its answer takes a moment, and counted once in any case', async () => {
    const { isAsking, originate, useDialling } = await import('../../renderer/stores/dialling.ts');
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    const { asks } = useDialling.getState();
    const accepted = { ok: true, value: { outcome: 'accepted', callId: 'a' } } as const;
    const slow = originate('0912', 'keypad');
    expect(isAsking()).toBe(true);
    // What is drawn now would hold up the request.
    expect(useDialling.getState()).toMatchObject({ inFlight: false, asks });
    vi.advanceTimersByTime(40);
    expect(useDialling.getState()).toMatchObject({ inFlight: true, asks: asks + 1 });
    main.answer('call:originate', accepted);
    await slow;
    expect(isAsking()).toBe(false);
    expect(useDialling.getState()).toMatchObject({ inFlight: false, asks: asks + 1 });

    const quick = originate('0912', 'keypad');
    main.answer('call:originate', accepted);
    await quick;
    vi.advanceTimersByTime(40);
    expect(useDialling.getState()).toMatchObject({ inFlight: false, asks: asks + 2 });
  });

  it('that nothing came of is forgotten where it was asked for, and nowhere else', async () => {
    const { forgetProblemAt, originate, useDialling } = await import('../../renderer/stores/dialling.ts');
    const asked = originate('0912', 'history');
    main.answer('call:originate', { ok: false, error: { code: 'caller-missing' } });
    await expect(asked).resolves.toBeNull();
    forgetProblemAt('card');
    expect(useDialling.getState().problem).toMatchObject({ place: 'history', error: { code: 'caller-missing' } });
    forgetProblemAt('history');
    expect(useDialling.getState().problem).toBeNull();
  });
});
