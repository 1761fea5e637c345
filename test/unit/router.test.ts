import type { IpcMainInvokeEvent } from 'electron';
import { expect, test } from 'vitest';
import { type Handlers, registerRouter } from '../../electron/ipc/router.ts';
import { requestChannels } from '../../shared/ipc/channels.ts';

type Listener = (event: IpcMainInvokeEvent, payload: unknown) => unknown;

function setUp(isTrusted: () => boolean) {
  const listeners = new Map<string, Listener>();
  const errors: string[] = [];
  const called: string[] = [];
  const handlers = Object.fromEntries(
    requestChannels.map((channel) => [channel, () => called.push(channel)]),
  ) as unknown as Handlers;
  registerRouter({
    ipcMain: { handle: (channel, listener) => void listeners.set(channel, listener) },
    isTrusted,
    handlers,
    log: { info: () => undefined, warn: () => undefined, error: (message) => void errors.push(message) },
  });
  const ask = async (payload: unknown) =>
    listeners.get('call:list')?.({ sender: { id: 1 } } as IpcMainInvokeEvent, payload);
  return { ask, errors, called };
}

test('a sender that cannot be looked at is not trusted', async () => {
  const { ask, called } = setUp(() => {
    throw new Error('Render frame was disposed');
  });
  expect(await ask({})).toEqual({ ok: false, error: { code: 'input-invalid', field: 'sender' } });
  expect(called).toEqual([]);
});

test('a payload that breaks the checks is answered as a value', async () => {
  const { ask, errors, called } = setUp(() => true);
  const trap = new Proxy({}, { getPrototypeOf: () => fall() });
  expect(await ask(trap)).toMatchObject({ ok: false, error: { code: 'internal' } });
  expect(errors).toEqual(['A request failed unexpectedly']);
  expect(called).toEqual([]);
});

test('what is larger than any request of ours is refused before anything looks into it', async () => {
  const { ask, called } = setUp(() => true);
  const huge = { anything: 'x'.repeat(1024 * 1024) };
  expect(await ask(huge)).toEqual({ ok: false, error: { code: 'input-invalid', field: 'size' } });
  expect(called).toEqual([]);
});

function fall(): never {
  throw new Error('a trap');
}
