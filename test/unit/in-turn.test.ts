import { describe, expect, test } from 'vitest';
import { inTurn } from '../../electron/desk/in-turn.ts';

function setUp() {
  const runs: { resolve: () => void; reject: (problem: Error) => void }[] = [];
  const ask = inTurn(() => new Promise<void>((resolve, reject) => runs.push({ resolve, reject })));
  return { runs, ask };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('work in turn', () => {
  test('never runs twice at once, and once more for all who ask during a run', async () => {
    const { runs, ask } = setUp();
    const first = ask();
    await turn();
    const later = [ask(), ask(), ask()];
    await turn();
    expect(runs).toHaveLength(1);
    runs[0]?.resolve();
    await first;
    await turn();
    expect(runs).toHaveLength(2);
    runs[1]?.resolve();
    await Promise.all(later);
    await turn();
    expect(runs).toHaveLength(2);
  });

  test('tells those who asked that it failed, and goes on', async () => {
    const { runs, ask } = setUp();
    const first = ask();
    await turn();
    const second = ask();
    runs[0]?.reject(new Error('first'));
    await expect(first).rejects.toThrow('first');
    await turn();
    runs[1]?.resolve();
    await expect(second).resolves.toBeUndefined();
  });
});
