import { type RefObject, useLayoutEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** As much as the columns of a row need beside each other; the profile is one more, and the way to the page of a call another. */
const columnsFrom = 696;
const profileColumn = 72;
const pageButton = 32;

/** Whether rows have room for columns: asked of the list itself, which is narrow in a wide window with two panes. */
export function useColumns(
  list: RefObject<HTMLElement | null>,
  { marked, paged }: { readonly marked: boolean; readonly paged: boolean },
): boolean {
  const [columns, setColumns] = useState(false);
  useLayoutEffect(() => {
    const element = list.current;
    if (element === null) return;
    const needed = columnsFrom + (marked ? profileColumn : 0) + (paged ? pageButton : 0);
    const measure = () => setColumns(element.clientWidth >= needed);
    measure();
    // Before the paint, so that no frame shows the one form in the room of the other.
    const observer = new ResizeObserver(() => flushSync(measure));
    observer.observe(element);
    return () => observer.disconnect();
  }, [list, marked, paged]);
  return columns;
}
