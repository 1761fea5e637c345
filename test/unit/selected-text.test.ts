import { afterEach, beforeEach, expect, it, vi } from 'vitest';

const asked: { name: string; answer: (text: string | null) => void; fail: (problem: Error) => void }[] = [];
vi.mock('../../electron/selected-text/x-connection.ts', () => ({
  connectToX: async () => ({ close: () => undefined }),
}));
vi.mock('../../electron/selected-text/x-selection.ts', () => ({
  readSelection: (_server: unknown, name: string) =>
    new Promise((answer, fail) => {
      asked.push({ name, answer, fail });
    }),
}));

import { createSelectedText } from '../../electron/selected-text/selected-text.ts';

const problems: unknown[] = [];
const create = () =>
  createSelectedText({
    platform: 'linux',
    env: {},
    readClipboard: () => {
      throw new Error('waits for the program that owns it');
    },
    onProblem: (problem) => problems.push(problem),
  });
const names = () => asked.map(({ name }) => name).sort();
/** Lets connections and answers come, in no time of the clock. */
const settle = () => vi.advanceTimersByTimeAsync(0);

beforeEach(() => {
  vi.useFakeTimers();
  asked.length = 0;
  problems.length = 0;
});
afterEach(() => {
  vi.useRealTimers();
});

it('does not ask a program again that has not answered yet: both get the one answer', async () => {
  const read = create();
  const first = read();
  await settle();
  await vi.advanceTimersByTimeAsync(300);
  const second = read();
  await settle();
  expect(names()).toEqual(['CLIPBOARD', 'PRIMARY']);
  // The first one waits no longer than this, the second one still gets what comes.
  await vi.advanceTimersByTimeAsync(100);
  expect(await first).toEqual([]);
  for (const { name, answer } of asked) answer(name === 'PRIMARY' ? '0912' : null);
  expect(await second).toEqual([{ source: 'selection', text: '0912' }]);
});

it('asks anew once a question was answered, or stood for long: what is selected is another text by then', async () => {
  const read = create();
  const first = read();
  await settle();
  for (const { answer } of asked) answer('old');
  await first;
  const second = read();
  await settle();
  expect(asked).toHaveLength(4);
  await vi.advanceTimersByTimeAsync(2900);
  expect(await second).toEqual([]);
  void read();
  await settle();
  expect(asked).toHaveLength(4);
  await vi.advanceTimersByTimeAsync(200);
  const third = read();
  await settle();
  expect(asked).toHaveLength(6);
  // The late answer to the older question does not end the newer one.
  for (const { answer } of asked.slice(2, 4)) answer('old');
  await settle();
  void read();
  await settle();
  expect(asked).toHaveLength(6);
  for (const { answer } of asked.slice(4)) answer('new');
  expect(await third).toEqual([
    { source: 'selection', text: 'new' },
    { source: 'clipboard', text: 'new' },
  ]);
});

it('a question that failed is told once, stands for nobody, and is asked anew', async () => {
  const read = create();
  const [first, second] = [read(), read()];
  await settle();
  for (const { fail } of asked) fail(new Error('The X server closed the connection'));
  expect([await first, await second]).toEqual([[], []]);
  expect(problems).toHaveLength(2);
  void read();
  await settle();
  expect(asked).toHaveLength(4);
});
