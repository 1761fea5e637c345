import type { ContactPlace } from '../../shared/ipc/contact-contract.ts';
import type { ContactStore } from '../directory/exchange/contact-store.ts';
import type { ContactBook } from '../storage/contacts/contact-book.ts';
import type { ContactIntake } from '../storage/contacts/contact-intake.ts';
import type { Connection } from '../storage/database.ts';
import { withoutWaiting } from '../storage/without-waiting.ts';

const pageSize = 100;

/** Own contacts, as imports and exports know them. */
export function createExchangeStore(
  book: Pick<ContactBook, 'findByNumbers' | 'findByTitles' | 'list'>,
  intake: ContactIntake,
  connection: Connection,
  profile: () => string,
): ContactStore {
  const inHaste = (work: () => void) => withoutWaiting(connection, work);
  return {
    findByNumbers: (numbers) => book.findByNumbers(profile(), numbers).filter(({ source }) => source === 'own'),
    findByTitles: book.findByTitles,
    *pages() {
      let after: ContactPlace | null = null;
      do {
        const page = book.list(profile(), { after, limit: pageSize, source: 'own', favourites: false, tag: null });
        yield page;
        after = page.next;
      } while (after !== null);
    },
    beginImport: (fileName) => intake.beginImport({ fileName, profile: profile() }),
    appendImported: (id, drafts) => inHaste(() => intake.appendImported(id, drafts)),
    replaceImported: (id, contacts) => inHaste(() => intake.replaceImported(id, contacts)),
    finishImport: intake.finishImport,
    dropImport: intake.dropImport,
  };
}
