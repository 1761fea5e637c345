import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { otherParty } from '../../../shared/domain/call-view.ts';
import { loadOlderCalls, useCalls } from '../../stores/calls.ts';
import { originate } from '../../stores/dialling.ts';
import { useWords } from '../../text/use-words.ts';
import { bindClasses } from '../../ui/class-names.ts';
import { useNow } from '../../ui/use-now.ts';
import { DayHeading } from './day-heading.tsx';
import styles from './history-list.module.css';
import { HistoryRowView } from './history-row.tsx';
import { historyRows, stepSelection } from './history-rows.ts';

const cx = bindClasses(styles);
const rowHeight = 60;
const dayHeight = 32;
/** How many rows before the end the next page is asked for. */
const readAhead = 20;

/** Newest first. A click selects; calling needs its own button, or Enter on the selected row. */
export function HistoryList() {
  const { t, style } = useWords();
  const listId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const calls = useCalls((store) => store.calls);
  const complete = useCalls((store) => store.complete);
  const total = useCalls((store) => store.total);
  const [selected, setSelected] = useState<string | null>(null);
  const rows = useMemo(() => historyRows(calls, style), [calls, style]);
  const now = useNow(60_000);

  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (rows[index]?.kind === 'day' ? dayHeight : rowHeight),
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: 8,
  });
  const items = virtualizer.getVirtualItems();
  const lastShown = items.at(-1)?.index ?? 0;

  useEffect(() => {
    if (!complete && lastShown >= rows.length - readAhead) void loadOlderCalls();
  }, [complete, lastShown, rows.length]);

  const redial = (id: string | null) => {
    const call = calls.find((candidate) => candidate.id === id);
    const party = call === undefined ? '' : otherParty(call);
    if (party !== '') void originate(party, 'history');
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') {
      if (event.target === event.currentTarget && !event.repeat) redial(selected);
      return;
    }
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: 8,
      PageUp: -8,
      Home: -rows.length,
      End: rows.length,
    };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = stepSelection(rows, selected, step);
    setSelected(next);
    const index = rows.findIndex((row) => row.key === next);
    if (index >= 0) virtualizer.scrollToIndex(index);
  };

  const rowId = (key: string) => `${listId}-${key}`;
  const selectedShown = items.some((item) => item.key === selected);
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows are placed by a virtual list, which a table cannot do
    <div
      ref={scroller}
      role="grid"
      tabIndex={0}
      className={cx('list')}
      aria-label={t('history.label')}
      aria-rowcount={total}
      {...(selected !== null && selectedShown ? { 'aria-activedescendant': rowId(selected) } : {})}
      onKeyDown={onKeyDown}
      onFocus={(event) => {
        if (event.target === event.currentTarget && selected === null) setSelected(stepSelection(rows, null, 1));
      }}
    >
      <div role="presentation" className={cx('canvas')} style={{ blockSize: virtualizer.getTotalSize() }}>
        {items.map((item) => {
          const row = rows[item.index];
          if (row === undefined) return null;
          const place = { transform: `translateY(${item.start}px)`, blockSize: item.size };
          return (
            <div key={row.key} role="presentation" className={cx('place')} style={place}>
              {row.kind === 'day' ? (
                <DayHeading atMs={row.atMs} nowMs={now} />
              ) : (
                <HistoryRowView
                  id={rowId(row.key)}
                  call={row.call}
                  position={row.position}
                  selected={row.key === selected}
                  onSelect={() => setSelected(row.key)}
                  onRedial={() => redial(row.key)}
                />
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}
