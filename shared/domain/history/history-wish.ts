import type { HistoryFilter } from './history-filter.ts';

/** Spans of days that move with the clock: a kept filter for today is for the day on which it is used. */
export const quickSpans = ['today', 'yesterday', 'this-week', 'this-month'] as const;
export type QuickSpan = (typeof quickSpans)[number];

/** Which days. `first` and `last` are days of the common calendar (`2026-03-21`), both included, whatever calendar is shown. */
export type WishedDays =
  | { readonly kind: QuickSpan }
  | { readonly kind: 'days'; readonly first: string; readonly last: string };

/** What the agent wants to see of the history: a filter whose days are not moments yet. */
export type HistoryWish = Omit<HistoryFilter, 'fromMs' | 'toMs'> & { readonly days?: WishedDays | undefined };

export const everyCall: HistoryWish = {};

/** Parts that are on or off. */
export const wishMarks = ['recorded', 'noted', 'unhandled', 'awaitsOutcome', 'due'] as const;
export type WishMark = (typeof wishMarks)[number];

/** One thing of a wish that can be taken out of it by itself. */
export type WishPart =
  | { readonly part: 'directions'; readonly value: NonNullable<HistoryWish['directions']>[number] }
  | { readonly part: 'dispositions'; readonly value: NonNullable<HistoryWish['dispositions']>[number] }
  | { readonly part: 'trunk' | 'queue' | 'profile' | 'outcome' | 'tag'; readonly value: string }
  | { readonly part: 'days'; readonly value: WishedDays }
  | { readonly part: 'mark'; readonly value: WishMark };

/** Everything but the text, which stands in the search field, in the order in which it is shown. */
export function wishParts(wish: HistoryWish): readonly WishPart[] {
  const named = (['trunk', 'queue', 'profile', 'outcome', 'tag'] as const).flatMap((part) => {
    const value = wish[part];
    return value === undefined ? [] : [{ part, value }];
  });
  return [
    ...(wish.days === undefined ? [] : [{ part: 'days', value: wish.days } as const]),
    ...(wish.directions ?? []).map((value) => ({ part: 'directions', value }) as const),
    ...(wish.dispositions ?? []).map((value) => ({ part: 'dispositions', value }) as const),
    ...named,
    ...wishMarks.filter((mark) => wish[mark] === true).map((value) => ({ part: 'mark', value }) as const),
  ];
}

/** A wish with some parts changed; what becomes undefined, empty or nothing is no part of it any more. */
export function changedWish(wish: HistoryWish, change: HistoryWish): HistoryWish {
  // An outcome may be empty: the agent's word that none was needed.
  const isSaid = ([part, value]: readonly [string, unknown]) =>
    value !== undefined && (value !== '' || part === 'outcome') && !(Array.isArray(value) && value.length === 0);
  return Object.fromEntries(Object.entries({ ...wish, ...change }).filter(isSaid));
}

/** In or out, as it is not now. */
export function toggledIn<T>(list: readonly T[] | undefined, value: T): readonly T[] {
  const before = list ?? [];
  return before.includes(value) ? before.filter((one) => one !== value) : [...before, value];
}

export function withoutPart(wish: HistoryWish, taken: WishPart): HistoryWish {
  switch (taken.part) {
    case 'directions':
      return changedWish(wish, { directions: wish.directions?.filter((value) => value !== taken.value) });
    case 'dispositions':
      return changedWish(wish, { dispositions: wish.dispositions?.filter((value) => value !== taken.value) });
    case 'mark':
      return changedWish(wish, { [taken.value]: undefined });
    default:
      return changedWish(wish, { [taken.part]: undefined });
  }
}

/** Whether two wishes ask for the same, in whatever order their parts were chosen. */
export function isSameWish(a: HistoryWish, b: HistoryWish): boolean {
  const told = (wish: HistoryWish) =>
    JSON.stringify([
      wish.text?.trim() ?? '',
      wishParts(wish)
        .map((part) => JSON.stringify(part))
        .sort(),
    ]);
  return told(a) === told(b);
}

export const longestFilterName = 60;
/** More than anybody finds again. */
export const mostSavedFilters = 50;

/** A wish that was given a name, to be used again. */
export interface SavedFilter {
  readonly name: string;
  readonly wish: HistoryWish;
}
