import { type RefObject, useLayoutEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** As much as the columns of a row need beside each other; with the profile it is one more. */
const columnsFrom = 696;
const markedColumnsFrom = 776;

/** Whether rows have room for columns: asked of the list itself, which is narrow in a wide window with two panes. */
export function useColumns(list: RefObject<HTMLElement | null>, marked: boolean): boolean {
  const [columns, setColumns] = useState(false);
  useLayoutEffect(() => {
    const element = list.current;
    if (element === null) return;
    const measure = () => setColumns(element.clientWidth >= (marked ? markedColumnsFrom : columnsFrom));
    measure();
    // Before the paint, so that no frame shows the one form in the room of the other.
    const observer = new ResizeObserver(() => flushSync(measure));
    observer.observe(element);
    return () => observer.disconnect();
  }, [list, marked]);
  return columns;
}
