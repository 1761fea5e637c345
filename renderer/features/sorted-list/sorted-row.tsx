import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef } from 'react';

/** A row of a list whose order counts: Alt and the arrows move it, Delete takes it away, and the focus goes with it. */
export function SortedRow(props: {
  readonly className: string;
  readonly onMove: (step: 1 | -1) => void;
  readonly onRemove: () => void;
  readonly children: ReactNode;
}) {
  const { className, onMove, onRemove, children } = props;
  const row = useRef<HTMLLIElement>(null);
  const focused = useRef<HTMLElement | null>(null);

  // A row that is put elsewhere loses the focus on the way, and a button at the end of its way is no button any more.
  useLayoutEffect(() => {
    const element = focused.current;
    if (element === null || document.activeElement !== document.body) return;
    const usable = element.matches(':disabled') ? row.current?.querySelector<HTMLElement>('button:enabled') : element;
    usable?.focus();
  });

  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    if (event.altKey && step !== 0) {
      event.preventDefault();
      onMove(step);
    } else if (event.key === 'Delete') {
      event.preventDefault();
      onRemove();
    }
  };

  return (
    <li
      ref={row}
      className={className}
      onKeyDown={onKeyDown}
      onFocus={(event) => {
        focused.current = event.target;
      }}
      onBlur={(event) => {
        if (event.relatedTarget !== null) focused.current = null;
      }}
    >
      {children}
    </li>
  );
}
