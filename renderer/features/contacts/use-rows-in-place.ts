import { type RefObject, useLayoutEffect, useRef } from 'react';
import { type ContactRow, rowTop } from './contact-rows.ts';

/** Rows that come above those that are shown do not move them. */
export function useRowsInPlace(scroller: RefObject<HTMLElement | null>, rows: readonly ContactRow[]): void {
  const before = useRef(rows);
  useLayoutEffect(() => {
    const old = before.current;
    before.current = rows;
    // The letter above the first contact may stand above another one now.
    const at = old.findIndex((row) => row.kind === 'contact');
    const first = old[at];
    const now = first === undefined ? -1 : rows.findIndex((row) => row.key === first.key);
    const [top] = rows.flatMap((row) => (row.kind === 'contact' ? row.position : []));
    const grew = now > at && first?.kind === 'contact' && (top ?? 0) < first.position;
    if (grew) scroller.current?.scrollBy({ top: rowTop(rows, now) - rowTop(old, at) });
  }, [rows, scroller]);
}
