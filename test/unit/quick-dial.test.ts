import { describe, expect, it } from 'vitest';
import { StorageFailure } from '../../electron/calls/ports.ts';
import { createQuickDial } from '../../electron/desk/quick-dial.ts';
import { longestTextSearched } from '../../shared/domain/numbers-in-text.ts';
import type { QuickDialOpening } from '../../shared/ipc/quick-dial-contract.ts';

function desk(options: {
  readonly texts?: readonly { readonly source: 'selection' | 'clipboard'; readonly text: string }[];
  readonly last?: string;
  readonly live?: boolean;
  readonly unreadable?: boolean;
}) {
  const seen: QuickDialOpening[] = [];
  const done: string[] = [];
  const unlessUnreadable = <T>(value: T): T => {
    if (options.unreadable === true) throw new StorageFailure('disk full');
    return value;
  };
  let open = false;
  let answer: () => void = () => {};
  const read = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const quickDial = createQuickDial({
    palette: {
      isOpen: () => open,
      open(opening) {
        open = true;
        seen.push(opening);
      },
      tell: (opening) => seen.push(opening),
      empty: () => done.push('emptied'),
      close: () => {
        open = false;
      },
    },
    selectedText: async () => {
      await read;
      return options.texts ?? [];
    },
    rules: () => ({ countryCode: '98' }),
    lastCalled: () => unlessUnreadable(options.last ?? null),
    hasLiveCall: () => unlessUnreadable(options.live ?? false),
    showLiveCall: () => done.push('shown'),
  });
  return { quickDial, seen, done, answer, isOpen: () => open };
}

describe('quick dial', () => {
  it('is opened and closed by the same key', async () => {
    const { quickDial, isOpen } = desk({});
    await quickDial.run('quickDial');
    expect(isOpen()).toBe(true);
    await quickDial.run('quickDial');
    expect(isOpen()).toBe(false);
  });

  it('is there before the selected text is, and prefers what is selected where it holds a number', async () => {
    const { quickDial, seen, answer } = desk({
      texts: [
        { source: 'selection', text: 'call 0912 000 0001' },
        { source: 'clipboard', text: '0912 000 0002' },
      ],
    });
    const running = quickDial.run('dialSelection');
    expect(seen).toMatchObject([{ purpose: 'selection', reading: true, numbers: [] }]);
    answer();
    await running;
    expect(seen.at(-1)).toMatchObject({ reading: false, source: 'selection', numbers: [{ digits: '09120000001' }] });
    expect(seen.at(-1)?.serial).toBe(seen[0]?.serial);
  });

  it('takes the copied text where the selected one has no number, and says when neither has', async () => {
    const copied = desk({
      texts: [
        { source: 'selection', text: 'nothing' },
        { source: 'clipboard', text: '0912 000 0002' },
      ],
    });
    copied.answer();
    await copied.quickDial.run('dialSelection');
    expect(copied.seen.at(-1)).toMatchObject({ source: 'clipboard', numbers: [{ digits: '09120000002' }] });
    const none = desk({});
    none.answer();
    await none.quickDial.run('dialSelection');
    expect(none.seen.at(-1)).toMatchObject({ reading: false, source: null, numbers: [] });
  });

  it('says when the text is longer than what was searched', async () => {
    const opened = async (text: string) => {
      const { quickDial, seen, answer } = desk({ texts: [{ source: 'selection', text }] });
      answer();
      await quickDial.run('dialSelection');
      return seen.at(-1);
    };
    const long = 'words '.repeat(longestTextSearched / 6 + 1);
    expect(await opened(long)).toMatchObject({ partly: true, numbers: [] });
    expect(await opened(`0912 000 0001 ${long}`)).toMatchObject({ partly: true, numbers: [{ digits: '09120000001' }] });
    expect(await opened('words')).toMatchObject({ partly: false });
  });

  it('does not put a text that comes late into what was opened meanwhile', async () => {
    const { quickDial, seen, answer } = desk({ last: '557', texts: [{ source: 'selection', text: '09120000001' }] });
    const running = quickDial.run('dialSelection');
    await quickDial.run('redial');
    answer();
    await running;
    expect(seen.at(-1)).toMatchObject({ purpose: 'redial', numbers: [{ digits: '557' }] });
  });

  it('tells a page that comes late what it is open for, as far as that is known by then, until it is closed', async () => {
    const { quickDial, seen, done, answer } = desk({ texts: [{ source: 'selection', text: '09120000001' }] });
    expect(quickDial.opening()).toBeNull();
    const running = quickDial.run('dialSelection');
    expect(quickDial.opening()).toMatchObject({ purpose: 'selection', reading: true, numbers: [] });
    answer();
    await running;
    expect(quickDial.opening()).toMatchObject({ reading: false, numbers: [{ digits: '09120000001' }] });
    expect(quickDial.opening()).toEqual(seen.at(-1));
    quickDial.closed();
    expect([quickDial.opening(), done]).toEqual([null, ['emptied']]);
    await quickDial.run('redial');
    quickDial.close();
    expect(quickDial.opening()).toBeNull();
  });

  it('tells a palette that was closed meanwhile nothing of the selected text', async () => {
    const { quickDial, seen, answer } = desk({ texts: [{ source: 'selection', text: '09120000001' }] });
    const running = quickDial.run('dialSelection');
    quickDial.closed();
    answer();
    await running;
    expect(seen).toHaveLength(1);
    expect(quickDial.opening()).toBeNull();
  });

  it('shows the live call, or says that there is none', async () => {
    const live = desk({ live: true });
    await live.quickDial.run('showCall');
    expect([live.done, live.seen]).toEqual([['shown'], []]);
    const none = desk({});
    await none.quickDial.run('showCall');
    expect(none.seen).toMatchObject([{ purpose: 'no-call' }]);
    await none.quickDial.run('redial');
    expect(none.seen.at(-1)).toMatchObject({ purpose: 'redial', numbers: [] });
  });

  it('says that the history cannot be read, and not that there is nothing in it', async () => {
    const { quickDial, seen, done } = desk({ unreadable: true, last: '557', live: true });
    await quickDial.run('redial');
    await quickDial.run('showCall');
    const error = { code: 'storage-failed' };
    expect(seen).toMatchObject([
      { purpose: 'redial', numbers: [], error },
      { purpose: 'no-call', error },
    ]);
    expect(done).toEqual([]);
  });
});
