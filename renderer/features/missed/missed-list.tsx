import { type KeyboardEvent, useEffect, useId, useRef } from 'react';
import { canBeCalled } from '../../../shared/domain/destination.ts';
import type { MissedEntry } from '../../../shared/domain/missed/missed-entry.ts';
import { useSnapshot } from '../../stores/app-state.ts';
import { chooseMissed, useMissed } from '../../stores/missed.ts';
import { useWords } from '../../text/use-words.ts';
import { bindClasses } from '../../ui/class-names.ts';
import { useNow } from '../../ui/use-now.ts';
import styles from './missed-list.module.css';
import { MissedRow } from './missed-row.tsx';

const cx = bindClasses(styles);
const pageRows = 8;

export interface MissedListProps {
  readonly waiting: readonly MissedEntry[];
  readonly handled: readonly MissedEntry[];
  /** `literal`: as it stands, whatever rules say. */
  readonly onCallBack: (entry: MissedEntry, literal: boolean) => void;
  readonly onHandle: (entry: MissedEntry) => void;
  readonly onReopen: (entry: MissedEntry) => void;
  readonly onUndo: () => void;
}

/** The last that called first. A click selects; calling needs its own button, or Enter on the selected row. */
export function MissedList({ waiting, handled, onCallBack, onHandle, onReopen, onUndo }: MissedListProps) {
  const { t } = useWords();
  const listId = useId();
  const list = useRef<HTMLDivElement>(null);
  const pressed = useRef(false);
  const chosen = useMissed((store) => store.chosen);
  const rules = useSnapshot((state) => state.effective.identity);
  const now = useNow(60_000);
  const entries = [...waiting, ...handled];
  const chosenAt = entries.findIndex(({ id }) => id === chosen);
  const rowId = (id: string) => `${listId}-${id}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another place is the reason to go there
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [chosenAt]);

  const callBack = (entry: MissedEntry | undefined, literal: boolean) => {
    if (entry !== undefined && canBeCalled(entry.number, rules)) onCallBack(entry, literal);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const { key, altKey, ctrlKey, metaKey, shiftKey } = event;
    const entry = entries[chosenAt];
    const onList = event.target === event.currentTarget;
    if (event.code === 'KeyZ' && (ctrlKey || metaKey) && !shiftKey) {
      event.preventDefault();
      return onUndo();
    }
    if (ctrlKey || metaKey || shiftKey) return;
    if (key === 'Enter' && onList && !event.repeat) return callBack(entry, altKey);
    if (altKey) return;
    if (key === 'Delete' && !event.repeat && entry?.handled === null) return onHandle(entry);
    const next = nextAt(key, chosenAt, entries.length);
    if (next === null) return;
    event.preventDefault();
    event.currentTarget.focus();
    chooseMissed(entries[next]?.id ?? null);
  };
  const row = (entry: MissedEntry, index: number) => (
    <MissedRow
      key={entry.id}
      id={rowId(entry.id)}
      entry={entry}
      position={index + 1}
      nowMs={now}
      selected={entry.id === chosen}
      onSelect={() => chooseMissed(entry.id)}
      onCallBack={(literal) => callBack(entry, literal)}
      onHandle={() => onHandle(entry)}
      onReopen={() => onReopen(entry)}
    />
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows are more than cells of a table, and the list alone has the focus
    <div
      ref={list}
      role="grid"
      tabIndex={0}
      data-begin
      className={cx('list')}
      aria-label={t('missed.label')}
      aria-rowcount={entries.length}
      {...(chosen !== null && chosenAt >= 0 ? { 'aria-activedescendant': rowId(chosen) } : {})}
      onKeyDown={onKeyDown}
      onMouseDown={() => {
        pressed.current = true;
      }}
      onMouseUp={() => {
        pressed.current = false;
      }}
      onFocus={(event) => {
        // A click is about to choose its own row.
        if (pressed.current || event.target !== event.currentTarget || chosenAt >= 0) return;
        chooseMissed(entries[0]?.id ?? null);
      }}
    >
      {waiting.map(row)}
      {handled.length === 0 ? null : (
        <div role="presentation" className={cx('heading')}>
          {t('missed.handledDays')}
        </div>
      )}
      {handled.map((entry, index) => row(entry, waiting.length + index))}
    </div>
  );
}

/** Where a key goes from a row; null for any other key. */
function nextAt(key: string, at: number, rows: number): number | null {
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: 1,
    ArrowUp: -1,
    PageDown: pageRows,
    PageUp: -pageRows,
    Home: -rows,
    End: rows,
  };
  const step = steps[key];
  return step === undefined ? null : Math.min(rows - 1, Math.max(0, at + step));
}
