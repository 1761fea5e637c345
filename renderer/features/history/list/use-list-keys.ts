import type { KeyboardEvent } from 'react';
import { goToOldest, useHistory } from '../../../stores/history.ts';
import { chooseRow, openDetails, useHistoryDesk } from '../../../stores/history-desk.ts';
import { useWords } from '../../../text/use-words.ts';
import { type ListRow, stepSelection } from './history-rows.ts';
import { callHeight } from './row-heights.ts';

/** What keys do in the list. `literal`: Alt was held. */
export function useListKeys(props: {
  readonly rows: readonly ListRow[];
  readonly columns: boolean;
  /** The first row in sight, for when the chosen one is far away. */
  readonly topRow: () => string | null;
  readonly onRedial: (id: string, literal: boolean) => void;
  readonly onSearch: () => void;
}): (event: KeyboardEvent<HTMLElement>) => void {
  const { rows, columns, topRow, onRedial, onSearch } = props;
  const { style } = useWords();
  const inwards = style.language === 'fa' ? 'ArrowLeft' : 'ArrowRight';

  const toEnd = async (end: 'Home' | 'End') => {
    if (end === 'End') await goToOldest();
    const { rows: now } = useHistory.getState();
    chooseRow((end === 'End' ? now.at(-1) : now[0])?.call.id ?? null);
  };

  return (event) => {
    const { chosen } = useHistoryDesk.getState();
    const onList = event.target === event.currentTarget;
    const { key, altKey, ctrlKey, metaKey } = event;
    if (key === 'Enter') {
      if (onList && !event.repeat && chosen !== null) onRedial(chosen, altKey);
      return;
    }
    if (ctrlKey || metaKey || altKey) return;
    if (onList && chosen !== null && (key === ' ' || key === inwards)) {
      event.preventDefault();
      const { currentTarget } = event;
      if (!useHistoryDesk.getState().open) openDetails(chosen);
      else currentTarget.closest('[data-history]')?.querySelector<HTMLElement>('[data-first]')?.focus();
      return;
    }
    const page = Math.max(1, Math.floor(event.currentTarget.clientHeight / callHeight(columns)) - 1);
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page };
    const step = steps[key];
    if (step === undefined && key !== 'Home' && key !== 'End') return;
    event.preventDefault();
    // From the button of a row, which the arrows may carry out of sight.
    event.currentTarget.focus();
    if (step === undefined) void toEnd(key === 'Home' ? 'Home' : 'End');
    else if (key === 'ArrowUp' && (chosen === null || chosen === stepSelection(rows, null, 1))) onSearch();
    else {
      const here = rows.some((row) => row.key === chosen) ? chosen : topRow();
      chooseRow(stepSelection(rows, here, step));
    }
  };
}
