import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type AskedNumber, connectAsked, isJustReplaced, takeAsked, useAsked } from '../../renderer/stores/asked.ts';
import { clearNumber, insertAt } from '../../renderer/stores/keypad.ts';

let onFocus: () => void = () => undefined;
const asked = (id: string, number: string) => ({ kind: 'number', id, number, trunk: null, call: 'no' }) as AskedNumber;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('window', {
    dialer: { request: async () => ({ ok: true, value: { call: false } }) },
    addEventListener: (_name: string, listener: () => void) => {
      onFocus = listener;
    },
  });
  clearNumber();
  useAsked.setState({ placed: null });
  connectAsked();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('a number that a link put into an empty field is not called by a key that was on its way', async () => {
  await takeAsked(asked('a', '09120000001'));
  expect(isJustReplaced()).toBe(true);
  vi.advanceTimersByTime(599);
  expect(isJustReplaced()).toBe(true);
  vi.advanceTimersByTime(1);
  expect(isJustReplaced()).toBe(false);
});

it('nor one that took the place of the number of another link', async () => {
  await takeAsked(asked('a', '09120000001'));
  vi.advanceTimersByTime(5000);
  await takeAsked(asked('b', '09120000002'));
  expect(isJustReplaced()).toBe(true);
});

it('counts from when the window got the focus, and no more once the agent changed the number', async () => {
  await takeAsked(asked('a', '09120000001'));
  vi.advanceTimersByTime(5000);
  onFocus();
  expect(isJustReplaced()).toBe(true);
  insertAt(0, 0, '1');
  expect(isJustReplaced()).toBe(false);
});
