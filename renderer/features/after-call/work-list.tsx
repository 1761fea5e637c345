import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { isPressed } from '../../../shared/commands/key-press.ts';
import { noteKey } from '../../../shared/commands/list-keys.ts';
import { bindClasses } from '../../ui/class-names.ts';
import styles from './work-list.module.css';

const cx = bindClasses(styles);

export interface WorkListProps<T> {
  readonly label: string;
  readonly rows: readonly T[];
  readonly keyOf: (row: T) => string;
  /** Stands above a row where it begins a part of the list. */
  readonly headingOf?: (row: T, before: T | undefined) => string | null;
  readonly selected: string | null;
  readonly onSelect: (key: string) => void;
  /** A key that does not move in the list; true when it did something. */
  readonly onKey: (event: KeyboardEvent, row: T) => boolean;
  readonly children: (row: T, selected: boolean) => ReactNode;
}

/** A short list of calls with one place for the focus: the arrows choose, other keys do something with the chosen one. */
export function WorkList<T>(props: WorkListProps<T>) {
  const { label, rows, keyOf, headingOf, selected, onSelect, onKey, children } = props;
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const at = rows.findIndex((row) => keyOf(row) === selected);
  const rowId = (index: number) => `${id}-${index}`;
  // It is opened by a key or a press, and gone on with by keys.
  useEffect(() => list.current?.focus({ preventScroll: true }), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the one that is chosen stays in sight
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return;
    const row = rows[at];
    if (row !== undefined && isPressed(noteKey, event, false)) {
      event.preventDefault();
      list.current?.parentElement?.querySelector<HTMLElement>('[data-control="call-note"]')?.focus();
      return;
    }
    if (row !== undefined && onKey(event, row)) {
      event.preventDefault();
      return;
    }
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: rows.length - 1,
    };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = rows[Math.min(rows.length - 1, Math.max(0, step))];
    if (next !== undefined) onSelect(keyOf(next));
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: one place for the focus, which a table has not
    <div
      ref={list}
      role="grid"
      tabIndex={0}
      className={cx('list')}
      aria-label={label}
      aria-rowcount={rows.length}
      data-takes-digits
      {...(at < 0 ? {} : { 'aria-activedescendant': rowId(at) })}
      onKeyDown={onKeyDown}
    >
      {rows.map((row, index) => {
        const key = keyOf(row);
        const heading = headingOf?.(row, rows[index - 1]) ?? null;
        return (
          <div key={key} role="presentation">
            {heading === null ? null : (
              <div className={cx('heading')} aria-hidden="true">
                {heading}
              </div>
            )}
            {/* biome-ignore lint/a11y/useSemanticElements: a part of the grid */}
            {/* biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus and names its active row */}
            {/* biome-ignore lint/a11y/useKeyWithClickEvents: the grid moves the selection by keys */}
            <div
              id={rowId(index)}
              role="row"
              aria-rowindex={index + 1}
              aria-selected={index === at}
              className={cx('row', index === at && 'selected')}
              onClick={() => onSelect(key)}
            >
              {children(row, index === at)}
            </div>
          </div>
        );
      })}
    </div>
  );
}

/** Goes on from a row that leaves the list: to the one below it, which takes its place; from the last one to that above. */
export function nextOf<T extends { readonly call: { readonly id: string } }>(
  rows: readonly T[],
  row: T,
): string | null {
  const at = rows.indexOf(row);
  return (rows[at + 1] ?? rows[at - 1])?.call.id ?? null;
}
