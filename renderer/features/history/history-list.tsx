import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Call } from '../../../shared/domain/call.ts';
import { otherParty } from '../../../shared/domain/call-view.ts';
import { canBeCalled } from '../../../shared/domain/destination.ts';
import { useSnapshot } from '../../stores/app-state.ts';
import type { CallList } from '../../stores/calls.ts';
import { forgetOpenedCall, useOpenedCall } from '../../stores/notifications.ts';
import { useWords } from '../../text/use-words.ts';
import { bindClasses } from '../../ui/class-names.ts';
import { useNow } from '../../ui/use-now.ts';
import { DayHeading } from './day-heading.tsx';
import styles from './history-list.module.css';
import { HistoryMore } from './history-more.tsx';
import { HistoryRowView } from './history-row.tsx';
import { historyRows, stepSelection } from './history-rows.ts';
import { callHeight, rowAt, rowHeight } from './row-heights.ts';
import { useColumns } from './use-columns.ts';

const cx = bindClasses(styles);
/** How many rows before the end the next page is asked for. */
const readAhead = 20;

export interface HistoryListProps {
  readonly list: CallList;
  /** Each call says of which profile it is. */
  readonly marked: boolean;
  /** `literal`: as it stands, whatever rules say. */
  readonly onRedial: (call: Call, literal: boolean) => void;
}

/** Newest first. A click selects; calling needs its own button, or Enter on the selected row. */
export function HistoryList({ list, marked, onRedial }: HistoryListProps) {
  const { t, style } = useWords();
  const listId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const calls = list.use((store) => store.calls);
  const complete = list.use((store) => store.complete);
  const failed = list.use((store) => store.failure !== null);
  const total = list.use((store) => store.total);
  const rules = useSnapshot((state) => state.effective.identity);
  const paged = useSnapshot(
    ({ effective }) => effective.screenPop.incomingClick + effective.screenPop.outgoingClick !== '',
  );
  const columns = useColumns(scroller, { marked, paged });
  const pressed = useRef(false);
  const [selected, setSelected] = useState<string | null>(null);
  const rows = useMemo(() => historyRows(calls, style, complete), [calls, style, complete]);
  const now = useNow(60_000);

  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => {
      const row = rows[index];
      return row === undefined ? 0 : rowHeight(row, columns);
    },
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: 8,
  });
  const items = virtualizer.getVirtualItems();
  const lastShown = items.at(-1)?.index ?? 0;

  // What failed is not asked for again and again by scrolling: its button does that.
  useEffect(() => {
    if (!complete && !failed && lastShown >= rows.length - readAhead) void list.loadOlder();
  }, [complete, failed, lastShown, rows.length, list]);

  // Rows change their height with their form; the one at the top stays at the top.
  const shape = useRef(columns);
  useLayoutEffect(() => {
    if (shape.current === columns) return;
    const top = rowAt(rows, virtualizer.scrollOffset ?? 0, shape.current);
    shape.current = columns;
    virtualizer.measure();
    virtualizer.scrollToIndex(top, { align: 'start' });
  }, [columns, rows, virtualizer]);

  const opened = useOpenedCall((store) => store.id);
  useEffect(() => {
    const index = opened === null ? -1 : rows.findIndex((row) => row.key === opened);
    if (index < 0) return;
    virtualizer.scrollToIndex(index);
    scroller.current?.focus();
    setSelected(opened);
    forgetOpenedCall();
  }, [opened, rows, virtualizer]);

  const redial = (id: string | null, literal: boolean) => {
    const call = calls.find((candidate) => candidate.id === id);
    if (call !== undefined && canBeCalled(otherParty(call), rules)) onRedial(call, literal);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === 'Enter') {
      if (event.target === event.currentTarget && !event.repeat) redial(selected, event.altKey);
      return;
    }
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / callHeight(columns)) - 1);
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: page,
      PageUp: -page,
      Home: -rows.length,
      End: rows.length,
    };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    // From the button of a row, which the arrows may carry out of sight.
    event.currentTarget.focus();
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
      onMouseDown={() => {
        pressed.current = true;
      }}
      onMouseUp={() => {
        pressed.current = false;
      }}
      onFocus={(event) => {
        // A click is about to choose its own row.
        if (pressed.current || event.target !== event.currentTarget || selected !== null) return;
        setSelected(stepSelection(rows, null, 1));
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
              ) : row.kind === 'more' ? (
                <HistoryMore list={list} />
              ) : (
                <HistoryRowView
                  id={rowId(row.key)}
                  call={row.call}
                  position={row.position}
                  columns={columns}
                  marked={marked}
                  paged={paged}
                  selected={row.key === selected}
                  onSelect={() => setSelected(row.key)}
                  onRedial={(literal) => redial(row.key, literal)}
                />
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}
