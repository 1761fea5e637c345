import { afterEach, expect, it, vi } from 'vitest';
import { connectCalls, showCalls, useCalls } from '../../renderer/stores/calls.ts';
import { aMinimalCall } from '../support/call-builders.ts';

afterEach(() => vi.unstubAllGlobals());

it('calls that could not be read say so instead of loading for ever, and are asked for again when something happens', async () => {
  const page = { ok: true, value: { calls: [aMinimalCall({ id: 'before' })], total: 1 } };
  const request = vi.fn().mockRejectedValueOnce(new Error('gone')).mockResolvedValue(page);
  let announce: (change: unknown) => void = () => undefined;
  const subscribe = (_channel: string, listener: typeof announce) => {
    announce = listener;
  };
  vi.stubGlobal('window', { dialer: { request, subscribe } });
  connectCalls();
  await expect(showCalls('office')).rejects.toThrow(/incident/);
  expect(useCalls.getState()).toMatchObject({ ready: false, failure: { code: 'internal' } });
  announce({ revision: 1, call: aMinimalCall({ id: 'now', profile: 'office' }), total: 2, totalOfAll: 2 });
  await vi.waitFor(() => expect(useCalls.getState()).toMatchObject({ ready: true, failure: null }));
  expect(new Set(useCalls.getState().calls.map(({ id }) => id))).toEqual(new Set(['before', 'now']));
  expect(request).toHaveBeenCalledTimes(2);
});
