import { afterEach, expect, it, vi } from 'vitest';
import { ownCalls, showCalls, useCalls } from '../../renderer/stores/calls.ts';

afterEach(() => vi.unstubAllGlobals());

it('a list whose first page never came says so instead of loading for ever, and comes when it is asked for again', async () => {
  const page = { ok: true, value: { calls: [], total: 0 } };
  const request = vi.fn().mockRejectedValueOnce(new Error('gone')).mockResolvedValue(page);
  vi.stubGlobal('window', { dialer: { request } });
  await expect(showCalls('main')).rejects.toThrow(/incident/);
  expect(useCalls.getState()).toMatchObject({ ready: false, loading: false, failure: { code: 'internal' } });
  await ownCalls.loadOlder();
  expect(useCalls.getState()).toMatchObject({ ready: true, loading: false, failure: null });
  expect(request).toHaveBeenCalledTimes(2);
});
