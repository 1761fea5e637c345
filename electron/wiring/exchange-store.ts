import type { ContactPlace } from '../../shared/ipc/contact-contract.ts';
import type { ContactStore } from '../directory/exchange/contact-store.ts';
import type { ContactBook } from '../storage/contacts/contact-book.ts';
import type { ContactIntake } from '../storage/contacts/contact-intake.ts';

const pageSize = 100;

type Imports = Pick<ContactIntake, 'beginImport' | 'appendImported' | 'replaceImported' | 'finishImport'> &
  Pick<ContactStore, 'dropImport'>;

/** Own contacts, as imports and exports know them. */
export function createExchangeStore(
  book: Pick<ContactBook, 'findByNumbers' | 'findByTitles' | 'get' | 'list'>,
  intake: Imports,
  profile: () => string,
): ContactStore {
  return {
    findByNumbers: (numbers) => book.findByNumbers(profile(), numbers).filter(({ source }) => source === 'own'),
    get: (id) => book.get(profile(), id),
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
    appendImported: intake.appendImported,
    replaceImported: intake.replaceImported,
    finishImport: intake.finishImport,
    dropImport: intake.dropImport,
  };
}
