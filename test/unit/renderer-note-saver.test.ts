import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { codeFrom } from '../../renderer/features/after-call/outcome-code.ts';
import { createNoteSaver } from '../../renderer/stores/note-saver.ts';
import { isOutcomeCode } from '../../shared/domain/after-call/outcome.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a note that is typed', () => {
  it('is saved with its first letter, then as often as the answers come, and always as it is in the end', async () => {
    const saved: string[] = [];
    const answers: (() => void)[] = [];
    const saver = createNoteSaver(async (_callId, note) => {
      saved.push(note);
      return await new Promise<boolean>((resolve) => {
        answers.push(() => resolve(true));
      });
    });
    for (const note of ['c', 'ca', 'cal', 'call']) {
      saver.typed('one', note);
      await vi.advanceTimersByTimeAsync(300);
    }
    expect(saved).toEqual(['c']);
    answers[0]?.();
    await vi.advanceTimersByTimeAsync(300);
    expect(saved).toEqual(['c', 'call']);
    answers[1]?.();
    await vi.advanceTimersByTimeAsync(300);
    saver.typed('one', 'call him');
    expect(saved).toEqual(['c', 'call', 'call him']);
  });

  it('never waits longer than a moment, however long somebody types', async () => {
    const savedAt: number[] = [];
    const saver = createNoteSaver(async () => {
      savedAt.push(Date.now());
      return true;
    });
    const from = Date.now();
    for (let at = 0; at < 2000; at += 20) {
      saver.typed('one', 'x'.repeat(at));
      await vi.advanceTimersByTimeAsync(20);
    }
    const gaps = savedAt.map((at, index) => at - (savedAt[index - 1] ?? from));
    expect(Math.max(...gaps)).toBeLessThanOrEqual(300);
  });

  it('is saved at once when the field is left, and for each call by itself', async () => {
    const saved: string[] = [];
    const saver = createNoteSaver(async (callId, note) => {
      saved.push(`${callId}: ${note}`);
      return true;
    });
    saver.typed('one', 'a');
    await vi.advanceTimersByTimeAsync(1);
    saver.typed('one', 'ab');
    saver.typed('two', 'x');
    saver.flush();
    await vi.advanceTimersByTimeAsync(0);
    expect(saved).toEqual(['one: a', 'one: ab', 'two: x']);
  });

  it('is sent when the window is left, also while an older text is on its way, which takes its place no more', async () => {
    const saved: string[] = [];
    const answers: ((taken: boolean) => void)[] = [];
    const saver = createNoteSaver((_callId, note) => {
      saved.push(note);
      return new Promise((resolve) => answers.push(resolve));
    });
    saver.typed('one', 'a');
    saver.typed('one', 'ab');
    saver.flush();
    expect(saved).toEqual(['a', 'ab']);
    answers[0]?.(false);
    answers[1]?.(true);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(saved).toEqual(['a', 'ab']);
  });

  it('is tried again until it is taken, unless a newer one took its place', async () => {
    let takes = false;
    const saved: string[] = [];
    const saver = createNoteSaver(async (_callId, note) => {
      saved.push(note);
      return takes;
    });
    saver.typed('one', 'a');
    await vi.advanceTimersByTimeAsync(1);
    saver.typed('one', 'ab');
    takes = true;
    await vi.advanceTimersByTimeAsync(5000);
    expect(saved).toEqual(['a', 'ab']);
  });
});

describe('the code of an outcome', () => {
  it('is made of its name, and another one where that is taken', () => {
    expect(codeFrom('Call again!', [])).toBe('call-again');
    expect(codeFrom(' Sold ', ['sold'])).toBe('sold-2');
    expect(codeFrom('Sold', ['sold', 'sold-2'])).toBe('sold-3');
    expect(codeFrom('علاقه ندارد', [])).toBe('علاقه-ندارد');
    expect(codeFrom('!!!', [])).toBe('');
    for (const name of ['Call again!', 'علاقه ندارد', 'می‌خواهد', 'x'.repeat(90)]) {
      expect(isOutcomeCode(codeFrom(name, [codeFrom(name, [])]))).toBe(true);
    }
  });
});
