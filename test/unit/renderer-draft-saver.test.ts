import { describe, expect, it } from 'vitest';
import { createDraftSaver, type DraftField } from '../../renderer/ui/draft-saver.ts';

/** A field with a slow store behind it: each save is answered by hand. */
function setUp(value = 'a') {
  const saver = createDraftSaver();
  const asked: { text: string; answer: (failed: string | null) => void; fail: (reason: Error) => void }[] = [];
  const now = { draft: null as string | null, problem: null as string | null };
  const field: DraftField = {
    value,
    draft: () => now.draft,
    validate: (text) => (text === 'bad' ? 'not this' : null),
    onSave: (text) => new Promise((answer, fail) => asked.push({ text, answer, fail })),
    onUnchanged: () => Object.assign(now, { draft: null, problem: null }),
    onProblem: (words) => Object.assign(now, { problem: words }),
    onSaved: (text) => {
      if (now.draft === text) Object.assign(now, { draft: null, problem: null });
    },
  };
  return {
    now,
    sent: () => asked.map(({ text }) => text),
    last: () => asked.at(-1),
    type: (text: string) => Object.assign(now, { draft: text }),
    leave: () => saver(field),
  };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('a field that saves itself', () => {
  it('saves what changed, and only that', async () => {
    const { now, sent, last, type, leave } = setUp();
    await leave();
    type('a');
    await leave();
    type('bad');
    await leave();
    expect(now).toEqual({ draft: 'bad', problem: 'not this' });
    expect(sent()).toEqual([]);
    type('b');
    const saved = leave();
    last()?.answer(null);
    await saved;
    expect(sent()).toEqual(['b']);
    expect(now.draft).toBeNull();
  });

  it('keeps what was typed during a slow save, until the field is left', async () => {
    const { now, sent, last, type, leave } = setUp();
    type('b');
    const saved = leave();
    type('bc');
    last()?.answer(null);
    await saved;
    expect(now.draft).toBe('bc');
    expect(sent()).toEqual(['b']);
  });

  it('saves again when it is left during a save, also back to the first text', async () => {
    const { now, sent, last, type, leave } = setUp('a');
    type('b');
    const saved = leave();
    type('a');
    await leave();
    last()?.answer(null);
    await settled();
    last()?.answer(null);
    await saved;
    expect(sent()).toEqual(['b', 'a']);
    expect(now.draft).toBeNull();
  });

  it('does not save the same text twice', async () => {
    const { sent, last, type, leave } = setUp();
    type('b');
    const saved = leave();
    await leave();
    last()?.answer(null);
    await saved;
    expect(sent()).toEqual(['b']);
  });

  it('says what went wrong only of the text that is still there', async () => {
    const { now, last, type, leave } = setUp();
    type('b');
    const first = leave();
    last()?.answer('no disk');
    await first;
    expect(now).toEqual({ draft: 'b', problem: 'no disk' });
    now.problem = null;
    const second = leave();
    type('bc');
    last()?.answer('no disk');
    await second;
    expect(now).toEqual({ draft: 'bc', problem: null });
  });

  it('can save again after a save that broke', async () => {
    const { sent, last, type, leave } = setUp();
    type('b');
    const broken = leave();
    last()?.fail(new Error('broken'));
    await expect(broken).rejects.toThrow('broken');
    const saved = leave();
    last()?.answer(null);
    await saved;
    expect(sent()).toEqual(['b', 'b']);
  });
});
