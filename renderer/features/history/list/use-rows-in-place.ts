import { type RefObject, useLayoutEffect, useRef } from 'react';
import type { ListRow } from './history-rows.ts';
import { rowAt, rowTop } from './row-heights.ts';

/** Rows that come or go above those in sight do not move them; at the top a new call comes into sight. Other calls begin at the top. */
export function useRowsInPlace(
  scroller: RefObject<HTMLElement | null>,
  shown: {
    readonly rows: readonly ListRow[];
    readonly columns: boolean;
    /** Nothing newer is left out. */
    readonly newest: boolean;
    readonly of: unknown;
  },
  /** What it was scrolled to when it last told: to ask the element itself costs a layout of all that was just drawn. */
  seen: { readonly scrollOffset: number | null },
): void {
  const before = useRef(shown);
  useLayoutEffect(() => {
    const old = before.current;
    before.current = shown;
    const element = scroller.current;
    if (element === null || old.rows === shown.rows) return;
    if (old.of !== shown.of) {
      if (seen.scrollOffset !== 0) element.scrollTop = 0;
    } else if (old.columns === shown.columns && ((seen.scrollOffset ?? 0) > 0 || !old.newest)) {
      element.scrollTop += movedBy(old.rows, shown.rows, element.scrollTop, shown.columns);
    }
  }, [scroller, shown, seen]);
}

/** How far the row at the top went, or the next one that is still there. */
export function movedBy(before: readonly ListRow[], now: readonly ListRow[], offset: number, columns: boolean): number {
  const places = new Map(now.map((row, index) => [row.key, index]));
  const from = rowAt(before, offset, columns);
  const at = before.findIndex((row, index) => index >= from && row.kind === 'call' && places.has(row.key));
  const place = places.get(before[at]?.key ?? '');
  return place === undefined ? 0 : rowTop(now, place, columns) - rowTop(before, at, columns);
}
