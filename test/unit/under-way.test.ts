import { expect, test } from 'vitest';
import { createUnderWay } from '../../electron/desk/under-way.ts';

test('the end waits for what is under way, well or not, and not for what is over', async () => {
  const underWay = createUnderWay();
  let answer: (text: string) => void = () => undefined;
  const asked = underWay.add(new Promise<string>((resolve) => (answer = resolve)));
  underWay.add(Promise.reject(new Error('no'))).catch(() => undefined);
  let over = false;
  const end = underWay.finished(60_000).then(() => {
    over = true;
  });
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(over).toBe(false);
  answer('accepted');
  await end;
  expect(await asked).toBe('accepted');
  await underWay.finished(60_000);
});

test('nor longer than it may', async () => {
  const underWay = createUnderWay();
  void underWay.add(new Promise(() => undefined));
  await underWay.finished(20);
});
