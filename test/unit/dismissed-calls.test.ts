import { expect, test } from 'vitest';
import { createDismissedCalls } from '../../electron/desk/dismissed-calls.ts';

test('closed calls are kept once each, the oldest forgotten in time', () => {
  const dismissed = createDismissedCalls();
  for (let index = 0; index < 150; index += 1) dismissed.add(`call ${index}`);
  dismissed.add('call 60');
  expect(dismissed.list()).toHaveLength(100);
  expect(dismissed.list().at(0)).toBe('call 50');
  expect(dismissed.list().at(-1)).toBe('call 60');
});
