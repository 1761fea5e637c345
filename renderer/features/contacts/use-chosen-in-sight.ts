import type { Virtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { useContactDesk } from '../../stores/contact-desk.ts';
import { fitsFilter } from '../../stores/contact-parts.ts';
import { goToContact, useContacts } from '../../stores/contacts.ts';
import type { ContactRow } from './contact-rows.ts';

/**
 * What was chosen elsewhere, as from a call or by saving it, is brought into sight; it may be far down, where the list was not
 * read yet, which is then `awaited`. Another search begins at its best.
 */
export function useChosenInSight(
  rows: readonly ContactRow[],
  virtualizer: Virtualizer<HTMLDivElement, Element>,
): { readonly chosenRow: number; readonly awaited: boolean } {
  const { entries, query, filter } = useContacts();
  const chosen = useContactDesk((store) => store.chosen);
  const chosenRow = chosen === null ? -1 : rows.findIndex((row) => row.key === chosen.id);
  const row = rows[chosenRow];
  const place = row?.kind === 'contact' ? row.position : null;

  const shownQuery = useRef(query);
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows that come above it are no reason to go there, another place in the list is
  useEffect(() => {
    const anew = shownQuery.current !== query;
    shownQuery.current = query;
    const inSight = virtualizer.getVirtualItems().some((item) => item.index === chosenRow);
    if (chosenRow >= 0 && !(anew && query !== '')) {
      virtualizer.scrollToIndex(chosenRow, { align: inSight ? 'auto' : 'center' });
    } else if (anew) virtualizer.scrollToOffset(0);
  }, [chosen?.id, place, query, virtualizer]);

  const awaited = chosen !== null && chosenRow < 0 && query === '' && fitsFilter(chosen, filter);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was under way may have been in the way
  useEffect(() => {
    if (awaited && chosen !== null) void goToContact(chosen);
  }, [awaited, chosen, entries]);
  return { chosenRow, awaited };
}
