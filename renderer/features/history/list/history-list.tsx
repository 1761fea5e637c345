import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useCallback, useEffect, useId, useLayoutEffect, useMemo, useRef } from 'react';
import type { Call } from '../../../../shared/domain/call.ts';
import { otherParty } from '../../../../shared/domain/call-view.ts';
import { canBeCalled } from '../../../../shared/domain/destination.ts';
import { useSnapshot } from '../../../stores/app-state.ts';
import { useBackfill } from '../../../stores/backfill.ts';
import { loadNewerHistory, loadOlderHistory, useHistory } from '../../../stores/history.ts';
import { chooseRow, openDetails, useHistoryDesk } from '../../../stores/history-desk.ts';
import { useWords } from '../../../text/use-words.ts';
import { bindClasses } from '../../../ui/class-names.ts';
import { useNow } from '../../../ui/use-now.ts';
import { DayHeading } from './day-heading.tsx';
import { GapRow } from './gap-row.tsx';
import styles from './history-list.module.css';
import { HistoryMore } from './history-more.tsx';
import { HistoryRowView } from './history-row.tsx';
import { historyRows, stepSelection } from './history-rows.ts';
import { rowAt, rowHeight } from './row-heights.ts';
import { useRowSlots } from './row-slots.ts';
import { useColumns } from './use-columns.ts';
import { useListKeys } from './use-list-keys.ts';
import { useOpenedRow } from './use-opened-row.ts';
import { useRowsInPlace } from './use-rows-in-place.ts';
import { gapsOf, withGaps } from './with-gaps.ts';

const cx = bindClasses(styles);
/** How many rows before an end the next page is asked for. */
const readAhead = 14;
/** Rows out of sight that are drawn on either side, for the turns of a wheel until the next are. */
const overscan = 4;

export interface HistoryListProps {
  /** Each call says of which profile it is. */
  readonly marked: boolean;
  /** `literal`: as it stands, whatever rules say. */
  readonly onRedial: (call: Call, literal: boolean) => void;
  /** Upwards from the first row. */
  readonly onSearch: () => void;
}

/** Newest first. A click selects; calling needs its own button, or Enter on the selected row. */
export const HistoryList = memo(function HistoryList({ marked, onRedial, onSearch }: HistoryListProps) {
  const { t, style } = useWords();
  const listId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  // Each by itself: that others are asked for is nothing to draw.
  const calls = useHistory((store) => store.rows);
  const complete = useHistory((store) => store.complete);
  const newest = useHistory((store) => store.newest);
  const above = useHistory((store) => store.above);
  const filter = useHistory((store) => store.filter);
  const failed = useHistory((store) => store.failure !== null);
  const rowCount = useHistory(({ total }) => (total === null || total.more ? -1 : total.count));
  const rules = useSnapshot((state) => state.effective.identity);
  const paged = useSnapshot(
    ({ effective }) => effective.screenPop.incomingClick + effective.screenPop.outgoingClick !== '',
  );
  const columns = useColumns(scroller, { marked, paged });
  const pressed = useRef(false);
  const pressedRow = useRef<string | null>(null);
  const chosen = useHistoryDesk((store) => store.chosen);
  const query = filter?.text ?? '';
  const gaps = useBackfill((store) => store.status.gaps);
  const rows = useMemo(
    () => withGaps(historyRows(calls, style, { complete, newest, above }), gapsOf(gaps, filter), style),
    [calls, style, complete, newest, above, gaps, filter],
  );
  const now = useNow(60_000);

  // Another function is another list: its heights are summed up anew, and nothing is measured.
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows have other heights in the other form
  const getItemKey = useCallback((index: number) => rows[index]?.key ?? index, [rows, columns]);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => {
      const row = rows[index];
      return row === undefined ? 0 : rowHeight(row, columns);
    },
    getItemKey,
    overscan,
  });
  const items = virtualizer.getVirtualItems();
  const [firstShown, lastShown] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0];

  // What failed is not asked for again and again by scrolling: its button does that.
  useEffect(() => {
    if (!complete && !failed && lastShown >= rows.length - readAhead) void loadOlderHistory();
    else if (!newest && !failed && firstShown <= readAhead) void loadNewerHistory();
  }, [complete, newest, failed, firstShown, lastShown, rows.length]);

  const shown = useMemo(() => ({ rows, columns, newest, of: filter }), [rows, columns, newest, filter]);
  useRowsInPlace(scroller, shown, virtualizer);

  // Rows change their height with their form; the one at the top stays at the top.
  const shape = useRef(columns);
  useLayoutEffect(() => {
    if (shape.current === columns) return;
    const top = rowAt(rows, virtualizer.scrollOffset ?? 0, shape.current);
    shape.current = columns;
    virtualizer.scrollToIndex(top, { align: 'start' });
  }, [columns, rows, virtualizer]);

  const chosenAt = rows.findIndex((row) => row.key === chosen);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another choice is the reason to go there, other rows above it are not
  useEffect(() => {
    if (chosenAt >= 0) virtualizer.scrollToIndex(chosenAt);
  }, [chosen, virtualizer]);
  useOpenedRow(rows, scroller);

  const redial = useCallback(
    (id: string, literal: boolean) => {
      const call = useHistory.getState().rows.find((row) => row.call.id === id)?.call;
      if (call !== undefined && canBeCalled(otherParty(call), rules)) onRedial(call, literal);
    },
    [onRedial, rules],
  );
  const topRow = () => {
    const at = rowAt(rows, virtualizer.scrollOffset ?? 0, columns);
    return rows.slice(at).find((row) => row.kind === 'call')?.key ?? null;
  };
  const onKeyDown = useListKeys({ rows, columns, newest, topRow, onRedial: redial, onSearch });

  const rowId = (key: string) => `${listId}-${key}`;
  const drawn = items.flatMap(({ index }) => rows[index] ?? []);
  const slots = useRowSlots(drawn, () => rowOf(document.activeElement)?.slice(rowId('').length) ?? null);
  const chosenShown = items.some((item) => item.key === chosen);
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows are placed by a virtual list, which a table cannot do
    <div
      ref={scroller}
      role="grid"
      tabIndex={0}
      data-begin
      className={cx('list')}
      aria-label={t('history.label')}
      aria-rowcount={rowCount}
      {...(chosen !== null && chosenShown ? { 'aria-activedescendant': rowId(chosen) } : {})}
      onKeyDown={onKeyDown}
      onMouseDownCapture={({ target }) => {
        pressedRow.current = rowOf(target);
      }}
      onClickCapture={(event) => {
        // Another call came under the pointer after it was pressed: that one was not meant.
        if (event.detail > 0 && rowOf(event.target) !== pressedRow.current) event.stopPropagation();
      }}
      onMouseDown={() => {
        pressed.current = true;
      }}
      onMouseUp={() => {
        pressed.current = false;
      }}
      onFocus={(event) => {
        // A click is about to choose its own row.
        if (pressed.current || event.target !== event.currentTarget || chosenAt >= 0) return;
        chooseRow(stepSelection(rows, null, 1));
      }}
    >
      <div role="presentation" className={cx('canvas')} style={{ blockSize: virtualizer.getTotalSize() }}>
        {items.map((item) => {
          const row = rows[item.index];
          if (row === undefined) return null;
          const place = { transform: `translateY(${item.start}px)`, blockSize: item.size };
          return (
            <div key={slots.get(row.key)?.slot} role="presentation" className={cx('place')} style={place}>
              {row.kind === 'day' ? (
                <DayHeading atMs={row.atMs} nowMs={now} />
              ) : row.kind === 'gap' ? (
                <GapRow gap={row.gap} />
              ) : row.kind === 'more' ? (
                <HistoryMore side={row.key} />
              ) : (
                <HistoryRowView
                  id={rowId(row.key)}
                  call={row.call}
                  work={row.work}
                  query={query}
                  position={row.position}
                  columns={columns}
                  marked={marked}
                  paged={paged}
                  selected={row.key === chosen}
                  onSelect={chooseRow}
                  onOpen={openDetails}
                  onRedial={redial}
                />
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
});

/** The id of the row an element is in. */
function rowOf(element: EventTarget | null): string | null {
  return element instanceof Element ? (element.closest('[role="row"]')?.id ?? null) : null;
}
