import { type RefObject, useEffect } from 'react';
import { everyCall } from '../../../../shared/domain/history/history-wish.ts';
import { useHistory } from '../../../stores/history.ts';
import { chooseRow, useHistoryDesk, wishFor } from '../../../stores/history-desk.ts';
import { forgetOpenedCall, useOpenedCall } from '../../../stores/notifications.ts';
import type { ListRow } from './history-rows.ts';

/** A call whose notification was clicked is chosen in the list, and what hides it there goes. */
export function useOpenedRow(rows: readonly ListRow[], scroller: RefObject<HTMLElement | null>): void {
  const opened = useOpenedCall((store) => store.id);
  const asking = useHistory((store) => opened !== null && store.asking);
  useEffect(() => {
    if (opened === null || asking) return;
    if (rows.some((row) => row.key === opened)) {
      scroller.current?.focus();
      chooseRow(opened);
      forgetOpenedCall();
    } else if (Object.keys(useHistoryDesk.getState().wish).length > 0) wishFor(everyCall);
  }, [opened, asking, rows, scroller]);
}
