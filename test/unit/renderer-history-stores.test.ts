import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { changeTags, useAfterCall } from '../../renderer/stores/after-call.ts';
import { useContactNames } from '../../renderer/stores/contact-names.ts';
import {
  connectHistory,
  goToNewest,
  goToOldest,
  loadNewerHistory,
  loadOlderHistory,
  readCallsWith,
  showHistory,
  useHistory,
} from '../../renderer/stores/history.ts';
import { markHandled, markWaiting, useMissed } from '../../renderer/stores/missed.ts';
import { connectNumbers, showNumbers, useNumbers } from '../../renderer/stores/numbers.ts';
import {
  moveFilter,
  removeFilter,
  renameFilter,
  restoreFilter,
  useSavedFilters,
} from '../../renderer/stores/saved-filters.ts';
import { emptyWork } from '../../shared/domain/after-call/work-rules.ts';
import type { Call } from '../../shared/domain/call.ts';
import type { HistoryFilter } from '../../shared/domain/history/history-filter.ts';
import type { MissedEntry } from '../../shared/domain/missed/missed-entry.ts';
import type { CallCursor } from '../../shared/ipc/call-contract.ts';
import { aMinimalCall } from '../support/call-builders.ts';

interface Place {
  readonly id: string;
}
type Answer = (channel: string, input: Readonly<Record<string, unknown>>) => unknown;

let answer: Answer = () => ({ ok: true, value: {} });
const listeners = new Map<string, (told: unknown) => void>();

beforeEach(() => {
  vi.useFakeTimers();
  listeners.clear();
  useAfterCall.setState(useAfterCall.getInitialState(), true);
  useHistory.setState(useHistory.getInitialState(), true);
  useMissed.setState(useMissed.getInitialState(), true);
  useNumbers.setState(useNumbers.getInitialState(), true);
  vi.stubGlobal('window', {
    dialer: {
      request: async (...[channel, input]: Parameters<Answer>) => answer(channel, input),
      subscribe: (channel: string, listener: (told: unknown) => void) => listeners.set(channel, listener),
    },
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const missed: MissedEntry = {
  id: 'a',
  number: '0912',
  count: 1,
  lastAtMs: 0,
  queue: null,
  waitedSeconds: null,
  seen: true,
  attempts: 0,
  lastAttempt: null,
  handled: null,
};

describe('a number that called in vain', () => {
  it.each([
    ['handled', markHandled],
    ['waiting', markWaiting],
  ])('and cannot be marked as %s now says why, and goes on as it was', async (_how, mark) => {
    answer = (channel) =>
      channel === 'missed:list'
        ? { ok: true, value: { entries: [missed] } }
        : { ok: false, error: { code: 'storage-failed' } };
    await mark(missed);
    const { refusal, failure, done } = useMissed.getState();
    expect({ refusal, failure, done }).toEqual({ refusal: { code: 'storage-failed' }, failure: null, done: [] });
  });
});

describe('tags of a call', () => {
  it('that are given before the first was answered do not take each other away', async () => {
    let kept: readonly unknown[] = [];
    answer = (_channel, { tags }) => {
      kept = tags as readonly unknown[];
      return { ok: true, value: { ...emptyWork, tags } };
    };
    useAfterCall.setState({ works: new Map([['one', { ...emptyWork, tags: ['vip'] }]]) });
    const given = [
      changeTags('one', (tags) => [...tags, 'blue']),
      changeTags('one', (tags) => [...tags, 'red']),
      changeTags('one', (tags) => tags.filter((tag) => tag !== 'vip')),
    ];
    await Promise.all(given);
    expect(kept).toEqual(['blue', 'red']);
  });
});

describe('numbers in sight', () => {
  it.each(['call:changed', 'after-call:changed', 'keeping:removed'])(
    'are counted anew after %s, a burst once',
    (channel) => {
      connectNumbers();
      listeners.get(channel)?.({});
      showNumbers();
      for (let at = 0; at < 3; at += 1) listeners.get(channel)?.({});
      vi.advanceTimersByTime(5000);
      expect(useNumbers.getState().changes).toBe(1);
    },
  );
});

const pageOf = (calls: readonly Call[]) => JSON.stringify(calls.map((call) => ({ call, work: null })));

describe('the calls that are shown', () => {
  const ids = () => useHistory.getState().rows.map(({ call }) => call.id);
  const rowsOf = (filter: HistoryFilter) => ({
    ok: true,
    value: {
      rowsJson: JSON.stringify([{ call: aMinimalCall({ id: `of ${filter.text}` }), work: null }]),
      goesOn: null,
    },
  });

  it('are those of the newest question, also when older ones are asked for again meanwhile', async () => {
    const held: (() => void)[] = [];
    let holds = false;
    answer = (channel, { filter }) => {
      const told =
        channel === 'history:page' ? rowsOf(filter as HistoryFilter) : { ok: true, value: { count: 1, more: false } };
      return holds ? new Promise((resolve) => held.push(() => resolve(told))) : told;
    };
    connectHistory();
    await showHistory({ profile: 'all', text: 'ali' });
    holds = true;
    listeners.get('call:changed')?.({ call: aMinimalCall(), revision: 1, total: 1, totalOfAll: 1 });
    await vi.advanceTimersByTimeAsync(200);
    void showHistory({ profile: 'all', text: 'sara' });
    // The change is a reason to ask again, and what is shown are still the calls of the question before.
    await vi.advanceTimersByTimeAsync(100);
    for (let tell = held.shift(); tell !== undefined; tell = held.shift()) {
      tell();
      await vi.advanceTimersByTimeAsync(0);
    }
    expect([useHistory.getState().filter?.text, ids()]).toEqual(['sara', ['of sara']]);
  });

  it('come with the names of their numbers, so that they are drawn once', async () => {
    const calls = [aMinimalCall({ id: 'a', direction: 'inbound', caller: '09120000009' })];
    let tell = () => {};
    answer = (channel) => {
      if (channel !== 'contact:names') return { ok: true, value: { rowsJson: pageOf(calls), goesOn: null } };
      const names = [{ name: 'Sara', company: '' }];
      return new Promise((resolve) => {
        tell = () => resolve({ ok: true, value: { names } });
      });
    };
    const shown = showHistory({ text: 'sara' });
    await vi.advanceTimersByTimeAsync(10);
    expect(ids()).toEqual([]);
    tell();
    await shown;
    expect(ids()).toEqual(['a']);
    expect(useContactNames.getState().names.get('09120000009')?.name).toBe('Sara');
  });

  it('are with those that came while the first ones were on their way', async () => {
    const call = (id: string, startedAtMs: number) =>
      aMinimalCall({ id, startedAtMs, direction: 'inbound', caller: '09120000008' });
    let calls = [call('a', 1)];
    let tell = () => {};
    answer = (channel) => {
      if (channel === 'history:page') return { ok: true, value: { rowsJson: pageOf(calls), goesOn: null } };
      if (channel === 'history:count') return { ok: true, value: { count: 2, more: false } };
      return new Promise((resolve) => {
        tell = () => resolve({ ok: true, value: { names: [null] } });
      });
    };
    connectHistory();
    const shown = showHistory({ profile: 'all' });
    await vi.advanceTimersByTimeAsync(10);
    calls = [call('b', 2), ...calls];
    listeners.get('call:changed')?.({ call: calls[0], revision: 1, total: 2, totalOfAll: 2 });
    await vi.advanceTimersByTimeAsync(50);
    tell();
    await shown;
    await vi.advanceTimersByTimeAsync(10);
    expect(ids()).toEqual(['b', 'a']);
  });

  it('of a search are asked for again when one came while they were on their way: only main knows whether it fits', async () => {
    const call = (id: string, startedAtMs: number) => aMinimalCall({ id, startedAtMs });
    const pages = [[call('a', 1)], [call('b', 2), call('a', 1)]];
    answer = async (channel) => {
      if (channel !== 'history:page') return { ok: true, value: { count: 2, more: false, names: [null] } };
      const calls = pages.length > 1 ? pages.shift() : pages[0];
      await new Promise((resolve) => setTimeout(resolve, 1000));
      return { ok: true, value: { rowsJson: pageOf(calls ?? []), goesOn: null } };
    };
    connectHistory();
    const shown = showHistory({ profile: 'all', text: 'ali' });
    listeners.get('call:changed')?.({ call: call('b', 2), revision: 1, total: 2, totalOfAll: 2 });
    await vi.advanceTimersByTimeAsync(1100);
    await shown;
    await vi.advanceTimersByTimeAsync(1500);
    expect(ids()).toEqual(['b', 'a']);
  });

  it('are none where the question for them failed', async () => {
    answer = (_channel, { filter }) => rowsOf(filter as HistoryFilter);
    await showHistory({ text: 'ali' });
    answer = () => ({ ok: false, error: { code: 'storage-failed' } });
    await showHistory({ text: 'sara' });
    expect(ids()).toEqual([]);
    expect(useHistory.getState()).toMatchObject({ failure: { code: 'storage-failed' }, asking: false });
    answer = (_channel, { filter }) => rowsOf(filter as HistoryFilter);
    await showHistory({ text: 'sara' });
    expect([ids(), useHistory.getState().failure]).toEqual([['of sara'], null]);
  });
});

it('calls are counted once nobody types on, and then those of the last question alone', async () => {
  const counted: unknown[] = [];
  const page = Array.from({ length: 40 }, (_, at) => ({ call: aMinimalCall({ id: `${at}` }), work: null }));
  answer = (channel, { filter }) => {
    if (channel === 'history:page') return { ok: true, value: { rowsJson: JSON.stringify(page), goesOn: null } };
    counted.push((filter as HistoryFilter).text);
    return { ok: true, value: { count: 214, more: false } };
  };
  for (const text of ['a', 'al', 'ali']) {
    await showHistory({ text });
    await vi.advanceTimersByTimeAsync(50);
  }
  expect([counted, useHistory.getState().total]).toEqual([[], null]);
  await vi.advanceTimersByTimeAsync(200);
  expect([counted, useHistory.getState().total]).toEqual([['ali'], { count: 214, more: false }]);
});

it('of calls that are asked for again only those are new objects that say something else: nothing else is drawn again', async () => {
  const page = (note: string) =>
    ['a', 'b', 'c'].map((id) => ({
      call: aMinimalCall({ id }),
      work: { ...emptyWork, note: id === 'b' ? note : '' },
    }));
  answer = () => ({ ok: true, value: { rowsJson: JSON.stringify(page('')), goesOn: null } });
  connectHistory();
  await showHistory({ profile: 'all', text: 'ali' });
  const before = useHistory.getState().rows;
  answer = () => ({ ok: true, value: { rowsJson: JSON.stringify(page('called back')), goesOn: null } });
  listeners.get('call:changed')?.({ call: aMinimalCall({ id: 'x' }), revision: 1, total: 1, totalOfAll: 1 });
  await vi.advanceTimersByTimeAsync(500);
  const now = useHistory.getState().rows;
  expect(now.map(({ call, work }, at) => [call === before[at]?.call, work === before[at]?.work])).toEqual([
    [true, true],
    [true, false],
    [true, true],
  ]);
});

describe('a page that is found in parts', () => {
  const part = (ids: readonly string[], goesOn: CallCursor | null) => ({
    ok: true,
    value: { rowsJson: pageOf(ids.map((id) => aMinimalCall({ id }))), goesOn },
  });
  const shown = () => {
    const { rows, asking, extending, ready, complete } = useHistory.getState();
    return { ids: rows.map(({ call }) => call.id), asking, extending, ready, complete };
  };

  it('is shown as far as it is found, says that more is looked for, and goes on by itself', async () => {
    const asked: unknown[] = [];
    const tells: ((told: unknown) => void)[] = [];
    answer = (_channel, input) => {
      asked.push(input);
      return new Promise((resolve) => tells.push(resolve));
    };
    const told = async (given: unknown) => {
      tells.shift()?.(given);
      await vi.advanceTimersByTimeAsync(0);
      return shown();
    };
    const filter = { text: 'ali' };
    void showHistory(filter);
    const places = [700, 400].map((startedAtMs) => ({ startedAtMs, id: '' }));
    // What stood there before is no answer, but nothing is known to stand in its place yet.
    expect(await told(part([], places[0] ?? null))).toMatchObject({ asking: true });
    const some = { ids: ['one', 'two'], asking: false, extending: true, ready: true, complete: false };
    expect(await told(part(['one', 'two'], places[1] ?? null))).toEqual(some);
    const all = { ids: ['one', 'two', 'three'], asking: false, extending: false, ready: true, complete: true };
    expect(await told(part(['three'], null))).toEqual(all);
    expect(asked).toEqual([
      { filter, before: null, limit: 40 },
      { filter, before: places[0], limit: 40 },
      { filter, before: places[1], limit: 38 },
    ]);
  });

  it('is not looked for any more when something else is asked for', async () => {
    const asked: unknown[] = [];
    answer = (_channel, { filter }) => {
      const { text } = filter as HistoryFilter;
      asked.push(text);
      if (text === 'sara') return part(['of sara'], null);
      void showHistory({ text: 'sara' });
      return part(['of ali'], { startedAtMs: 5, id: '' });
    };
    await showHistory({ text: 'ali' });
    expect([asked, shown().ids]).toEqual([['ali', 'sara'], ['of sara']]);
  });
});

describe('of a long history', () => {
  const long = Array.from({ length: 2000 }, (_, at) => aMinimalCall({ id: `${at}`, startedAtMs: 10_000 - at }));
  const shown = () => {
    const { rows, above, newest, complete } = useHistory.getState();
    const first = rows[0]?.call.id;
    const last = rows.at(-1)?.call.id;
    return { first, last, above, newest, complete };
  };
  beforeEach(async () => {
    answer = (channel, input) => {
      if (channel === 'history:count') return { ok: true, value: { count: long.length, more: false } };
      const { before, after, limit } = input as {
        before?: Place | null;
        after?: Place | null;
        limit: number;
      };
      const at = long.findIndex(({ id }) => id === (before ?? after)?.id);
      const end = at === -1 ? long.length : at;
      const page =
        before === undefined ? long.slice(Math.max(0, end - limit), end) : long.slice(at + 1, at + 1 + limit);
      return {
        ok: true,
        value: { rowsJson: pageOf(page), goesOn: null },
      };
    };
    await showHistory({ profile: 'main' });
    await vi.advanceTimersByTimeAsync(200);
  });

  it('some hundred rows are held around the place that is looked at, each at its place among all', async () => {
    for (let page = 0; page < 15; page += 1) await loadOlderHistory();
    expect(shown()).toEqual({ first: '340', last: '939', above: 340, newest: false, complete: false });
    for (let page = 0; page < 6; page += 1) await loadNewerHistory();
    expect(shown()).toEqual({ first: '0', last: '599', above: 0, newest: true, complete: false });
  });

  it('the oldest calls are shown without those in between, from there on newer ones, and the newest again', async () => {
    await goToOldest();
    expect(shown()).toEqual({ first: '1900', last: '1999', above: 1900, newest: false, complete: true });
    await loadNewerHistory();
    expect(shown()).toEqual({ first: '1840', last: '1999', above: 1840, newest: false, complete: true });
    await goToNewest();
    expect(shown()).toEqual({ first: '0', last: '39', above: 0, newest: true, complete: false });
  });

  it('the newest that were asked for again are left out where the rows went on to older ones meanwhile', async () => {
    await showHistory({ profile: 'main', text: 'ali' });
    for (let page = 0; page < 9; page += 1) await loadOlderHistory();
    connectHistory();
    const page = answer;
    let tell = () => {};
    answer = (channel, input) => {
      const { limit } = input;
      if (channel !== 'history:page' || limit !== 100) return page(channel, input);
      return new Promise((resolve) => {
        tell = () => resolve(page(channel, input));
      });
    };
    const call = aMinimalCall({ id: 'new', profile: 'main', startedAtMs: 20_000 });
    listeners.get('call:changed')?.({ call, revision: 1, total: 2001, totalOfAll: 2001 });
    await vi.advanceTimersByTimeAsync(300);
    for (let older = 0; older < 3; older += 1) await loadOlderHistory();
    tell();
    await vi.advanceTimersByTimeAsync(0);
    expect(shown()).toMatchObject({ first: '160', last: '759', newest: false });
  });

  it('a call that is found late is in its place, also when it came while the page around it was on its way', async () => {
    connectHistory();
    const told = answer;
    const late = aMinimalCall({ id: 'late', profile: 'main', startedAtMs: 9939.5 });
    answer = async (...asked) => {
      const page = told(...asked);
      listeners.get('call:changed')?.({ call: late, revision: 1, total: 2001, totalOfAll: 2001 });
      await new Promise((resolve) => setTimeout(resolve, 50));
      return page;
    };
    const older = loadOlderHistory();
    await vi.advanceTimersByTimeAsync(200);
    await older;
    const ids = useHistory.getState().rows.map(({ call }) => call.id);
    expect(ids.slice(ids.indexOf('late') - 1, ids.indexOf('late') + 2)).toEqual(['60', 'late', '61']);
  });

  it('a new call is counted above the rows, and is not among the oldest', async () => {
    connectHistory();
    await goToOldest();
    const call = aMinimalCall({ id: 'new', profile: 'main', startedAtMs: 20_000 });
    listeners.get('call:changed')?.({ call, revision: 1, total: 2001, totalOfAll: 2001 });
    await vi.advanceTimersByTimeAsync(20);
    expect(shown()).toEqual({ first: '1900', last: '1999', above: 1901, newest: false, complete: true });
  });
});

it('the last calls with the numbers of a contact are read from the whole history, each once, and of no other number', async () => {
  const found: Readonly<Record<string, readonly [id: string, caller: string, startedAtMs: number][]>> = {
    '0912 345 6789': [
      ['newest', '+989123456789', 30],
      ['both', '09123456789', 20],
      ['other', '091234567890', 10],
    ],
    '021': [['both', '09123456789', 20]],
  };
  answer = (_channel, { filter }) => {
    const { party = '' } = filter as HistoryFilter;
    const calls = (found[party] ?? []).map(([id, caller, startedAtMs]) => aMinimalCall({ id, caller, startedAtMs }));
    return { ok: true, value: { rowsJson: pageOf(calls), goesOn: null } };
  };
  const calls = await readCallsWith(['021', '', '0912 345 6789'], 'active');
  expect(calls.map(({ id }) => id)).toEqual(['newest', 'both']);
});

it('filters with a name are changed one after the other, each as the one before it left them', async () => {
  const kept: string[][] = [];
  answer = (_channel, { filters }) => {
    kept.push((filters as readonly { name: string }[]).map(({ name }) => name));
    return { ok: true, value: {} };
  };
  useSavedFilters.setState({ filters: ['A', 'B', 'C', 'D'].map((name) => ({ name, wish: {} })) });
  const done = await Promise.all([moveFilter(0, 1), moveFilter(0, 1), removeFilter(1), renameFilter(1, 'E')]);
  // What is gone by then is not given a name.
  expect(done).toEqual([true, true, undefined, false]);
  expect(kept).toEqual([
    ['B', 'A', 'C', 'D'],
    ['B', 'C', 'A', 'D'],
    ['C', 'A', 'D'],
  ]);
  // The last thing that was done can be taken back, once.
  await restoreFilter();
  await restoreFilter();
  expect(kept.slice(3)).toEqual([['B', 'C', 'A', 'D']]);
  await removeFilter(0);
  await moveFilter(0, 1);
  await restoreFilter();
  expect(useSavedFilters.getState().filters?.map(({ name }) => name)).toEqual(['A', 'C', 'D']);
});
