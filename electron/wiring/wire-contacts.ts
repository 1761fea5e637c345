import { parseDestination } from '../../shared/domain/destination.ts';
import { unlessFailing } from '../calls/ports.ts';
import type { Favourite } from '../desk/tray-model.ts';
import { logBug } from '../logging/log-bug.ts';
import { createContactBook } from '../storage/contacts/contact-book.ts';
import { createContactIntake } from '../storage/contacts/contact-intake.ts';
import type { Foundation } from './foundation.ts';
import type { WiredHistory } from './wire-history.ts';
import type { WiredSettings } from './wire-settings.ts';

/** As many as a menu has room for. */
const mostFavourites = 5;

/** Who numbers belong to, and how contacts come and go. */
export function wireContacts(
  { clock, log, send }: Foundation,
  { profile, effective }: WiredSettings,
  { connection, watch, reportUnreadableRow }: WiredHistory,
  onChange: () => void,
) {
  let revision = 0;
  const { noteChange, ...stored } = createContactBook({
    connection,
    reportUnreadableRow,
    clock,
    onChange() {
      revision += 1;
      send('contacts:changed', { revision });
      onChange();
    },
  });
  const intake = watch.intake(createContactIntake({ connection, clock, onChange: noteChange }));
  const book = watch.contacts(stored);
  return {
    book,
    intake,
    /** The contacts that are seen are others now. */
    changed: noteChange,
    /** Empty: nobody's. For what has to be said with or without a name, so a failing database gives none. */
    nameOf: (number: string): string =>
      unlessFailing('', () => {
        const found = book.names(profile(), [number])[0];
        return found?.name || found?.company || '';
      }),
    /** Whom the agent marked, by name, with the first number of each. */
    favourites: (): readonly Favourite[] =>
      unlessFailing([], () => {
        const marked = { source: 'all', favourites: true, tag: null, after: null, limit: mostFavourites } as const;
        return book.list(profile(), marked).contacts.flatMap(({ name, company, numbers }) => {
          const parsed = parseDestination(numbers[0]?.written ?? '', effective().identity);
          return parsed.ok ? [{ name: name || company, number: parsed.value.digits }] : [];
        });
      }),
    /** What is left of an import that was never finished goes while the program works. */
    start: () => void intake.dropUnfinished().catch(logBug(log, 'An unfinished import could not be removed')),
  };
}

export type WiredContacts = ReturnType<typeof wireContacts>;
