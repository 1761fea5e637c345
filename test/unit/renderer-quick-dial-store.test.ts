import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { callFromPalette, closePalette, connectQuickDial, useQuickDial } from '../../renderer/stores/quick-dial.ts';
import type { QuickDialOpening } from '../../shared/ipc/quick-dial-contract.ts';

let tell: Record<string, (payload: unknown) => void> = {};
let asked: (readonly [string, unknown])[] = [];
let standing: Promise<unknown> = Promise.resolve({ ok: true, value: { opening: null } });
let answer: (value: unknown) => void = () => undefined;

beforeEach(() => {
  tell = {};
  asked = [];
  vi.stubGlobal('window', {
    dialer: {
      request: (channel: string, input: unknown) => {
        asked.push([channel, input]);
        if (channel === 'quick-dial:read') return standing;
        if (channel !== 'call:originate') return Promise.resolve({ ok: true, value: { exact: null, numbers: [] } });
        return new Promise((resolve) => {
          answer = resolve;
        });
      },
      subscribe: (channel: string, listener: (payload: unknown) => void) => {
        tell[channel] = listener;
      },
    },
  });
  connectQuickDial();
});
afterEach(() => vi.unstubAllGlobals());

const opening: QuickDialOpening = {
  serial: 1,
  purpose: 'redial',
  reading: false,
  source: null,
  partly: false,
  numbers: [],
  error: null,
};
const failure = { ok: false, error: { code: 'caller-missing' } };
const toldWindow = () => asked.filter(([channel]) => channel === 'quick-dial:not-placed').map(([, input]) => input);

it('what was not sent is said in the palette while it is open', async () => {
  tell['quick-dial:opened']?.({ ...opening, serial: 11 });
  const calling = callFromPalette('0912');
  answer(failure);
  await calling;
  expect(useQuickDial.getState().phase).toMatchObject({ kind: 'failed', outcome: 'not-sent', error: failure.error });
  expect(toldWindow()).toEqual([]);
});

it('and in the window once the palette was closed: no history knows of it', async () => {
  tell['quick-dial:opened']?.({ ...opening, serial: 12 });
  const calling = callFromPalette('0912');
  closePalette();
  answer(failure);
  await calling;
  expect(toldWindow()).toEqual([{ destination: '0912', error: failure.error }]);
});

it('one that was sent and refused is in the history already', async () => {
  tell['quick-dial:opened']?.({ ...opening, serial: 13 });
  const calling = callFromPalette('0912');
  closePalette();
  answer({ ok: true, value: { outcome: 'refused', callId: '1', error: { code: 'pbx-refused', message: '' } } });
  await calling;
  expect(toldWindow()).toEqual([]);
});

it('shows why what it was opened for could not be read', () => {
  const error = { code: 'storage-failed' } as const;
  tell['quick-dial:opened']?.({ ...opening, serial: 14, error });
  expect(useQuickDial.getState().phase).toMatchObject({ kind: 'failed', outcome: 'not-sent', error });
});

it('asks what it was opened for, since its page may be younger than that, and keeps what was announced meanwhile', async () => {
  const number = { digits: '09120000001', extension: null, complete: true };
  standing = Promise.resolve({ ok: true, value: { opening: { ...opening, serial: 21, numbers: [number] } } });
  connectQuickDial();
  await vi.waitFor(() => expect(useQuickDial.getState().opening.serial).toBe(21));
  expect(useQuickDial.getState()).toMatchObject({ open: true, opening: { purpose: 'redial', numbers: [number] } });

  connectQuickDial();
  tell['quick-dial:opened']?.({ ...opening, serial: 21, purpose: 'no-call' });
  await standing;
  await Promise.resolve();
  expect(useQuickDial.getState().opening.purpose).toBe('no-call');
});
