import type { KeyboardEvent } from 'react';
import { isPressed } from '../../../../shared/commands/key-press.ts';
import { noteKey } from '../../../../shared/commands/list-keys.ts';
import { goToNewest, goToOldest, useHistory } from '../../../stores/history.ts';
import { chooseRow, openDetails, useHistoryDesk } from '../../../stores/history-desk.ts';
import { useWords } from '../../../text/use-words.ts';
import { type ListRow, stepSelection } from './history-rows.ts';
import { callHeight } from './row-heights.ts';

/** What keys do in the list. `literal`: Alt was held. */
export function useListKeys(props: {
  readonly rows: readonly ListRow[];
  readonly columns: boolean;
  /** The first row is that of the newest call. */
  readonly newest: boolean;
  /** The first row in sight, for when the chosen one is far away. */
  readonly topRow: () => string | null;
  readonly onRedial: (id: string, literal: boolean) => void;
  readonly onSearch: () => void;
}): (event: KeyboardEvent<HTMLElement>) => void {
  const { rows, columns, newest, topRow, onRedial, onSearch } = props;
  const { style } = useWords();
  const inwards = style.language === 'fa' ? 'ArrowLeft' : 'ArrowRight';

  const toEnd = async (end: 'Home' | 'End', list: HTMLElement) => {
    await (end === 'End' ? goToOldest() : goToNewest());
    const { rows: now } = useHistory.getState();
    chooseRow((end === 'End' ? now.at(-1) : now[0])?.call.id ?? null);
    // Also where it was chosen before, and is out of sight.
    requestAnimationFrame(() => {
      list.scrollTop = end === 'End' ? list.scrollHeight : 0;
    });
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
    if (chosen !== null && isPressed(noteKey, event, false)) {
      event.preventDefault();
      const frame = event.currentTarget.closest('[data-history]');
      openDetails(chosen);
      // Where the details take the place of the list, its field is there when they are.
      requestAnimationFrame(() => frame?.querySelector<HTMLElement>('[data-control="call-note"]')?.focus());
      return;
    }
    const page = Math.max(1, Math.floor(event.currentTarget.clientHeight / callHeight(columns)) - 1);
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page };
    const step = steps[key];
    if (step === undefined && key !== 'Home' && key !== 'End') return;
    event.preventDefault();
    // From the button of a row, which the arrows may carry out of sight.
    event.currentTarget.focus();
    if (step === undefined) void toEnd(key === 'Home' ? 'Home' : 'End', event.currentTarget);
    else if (key === 'ArrowUp' && newest && (chosen === null || chosen === stepSelection(rows, null, 1))) onSearch();
    else {
      const here = rows.some((row) => row.key === chosen) ? chosen : topRow();
      chooseRow(stepSelection(rows, here, step));
    }
  };
}
