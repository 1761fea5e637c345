import type { Contact, ContactDraft } from '../../../shared/domain/contact/contact.ts';
import { contactTitle } from '../../../shared/domain/contact/contact-title.ts';
import { writtenNumberKey } from '../../../shared/domain/contact/number-key.ts';
import { sameNumber } from '../../../shared/domain/destination.ts';
import { foldText } from '../../../shared/domain/fold.ts';
import type { ContactStore } from './contact-store.ts';

export type Sorted =
  | { readonly is: 'fresh' | 'repeated'; readonly draft: ContactDraft }
  | { readonly is: 'known'; readonly draft: ContactDraft; readonly contact: Contact };

/** Ten last digits are one subscriber. */
const subscriber = 10;

/**
 * Tells the contacts of a file apart: those with a number that somebody has already (or without a number, whose name is there
 * already), those that stand in the file twice (the same name with no number that was not there), and the new ones. Two people may
 * share a number: of a company, say.
 */
export function createSorter(
  store: Pick<ContactStore, 'findByNumbers' | 'findByTitles'>,
): (drafts: readonly ContactDraft[]) => readonly Sorted[] {
  const seen = new Set<string>();
  return (drafts) => {
    const written = drafts.flatMap(({ numbers }) => numbers.map((number) => number.written));
    const owners = ownersByEnding(written.length === 0 ? [] : store.findByNumbers(written));
    const titles = drafts.filter(({ numbers }) => numbers.length === 0).map(contactTitle);
    const namesakes = titles.length === 0 ? [] : store.findByTitles(titles);
    return drafts.map((draft) => {
      const marks = marksOf(draft);
      if (marks.every((mark) => seen.has(mark))) return { is: 'repeated', draft };
      for (const mark of marks) seen.add(mark);
      const contact = draft.numbers.length === 0 ? namesakeOf(draft, namesakes) : ownerOf(draft, owners);
      return contact === null ? { is: 'fresh', draft } : { is: 'known', draft, contact };
    });
  };
}

type Owners = ReadonlyMap<string, readonly { readonly digits: string; readonly contact: Contact }[]>;

function ownersByEnding(contacts: readonly Contact[]): Owners {
  const owners = new Map<string, { digits: string; contact: Contact }[]>();
  for (const contact of contacts) {
    for (const { written } of contact.numbers) {
      const key = writtenNumberKey(written);
      if (key === null) continue;
      const same = owners.get(key.ending) ?? [];
      same.push({ digits: key.digits, contact });
      owners.set(key.ending, same);
    }
  }
  return owners;
}

/**
 * Of those who share the number the one of this name, else the first who may be called so: two people with names of their own stay
 * two, as of those of one the other's would be lost.
 */
function ownerOf(draft: ContactDraft, owners: Owners): Contact | null {
  if (owners.size === 0) return null;
  const found = draft.numbers.flatMap(({ written }) => {
    const key = writtenNumberKey(written);
    const same = key === null ? [] : (owners.get(key.ending) ?? []);
    return same.flatMap(({ digits, contact }) => (sameNumber(digits, key?.digits ?? null) ? [contact] : []));
  });
  const words = wordsOf(draft);
  const same = found.find((contact) => wordsOf(contact).join(' ') === words.join(' '));
  return (
    same ?? found.find((contact) => isWithin(words, wordsOf(contact)) || isWithin(wordsOf(contact), words)) ?? null
  );
}

/** None of who has nothing but numbers: one of them stands for the name then. */
function wordsOf(contact: ContactDraft): readonly string[] {
  const title = contactTitle(contact);
  if (contact.numbers.some(({ written }) => written === title)) return [];
  return foldText(title)
    .split(' ')
    .filter((word) => word !== '');
}

function isWithin(words: readonly string[], others: readonly string[]): boolean {
  return words.every((word) => others.includes(word));
}

/** Who has nothing but a name is the same one as another of this name alone, or of this name in the same company. */
function namesakeOf({ name, company }: ContactDraft, contacts: readonly Contact[]): Contact | null {
  const [foldedName, foldedCompany] = [foldText(name), foldText(company)];
  const found = contacts.filter(
    (contact) =>
      foldText(contact.name) === foldedName &&
      foldText(contact.company) === foldedCompany &&
      (contact.numbers.length === 0 || foldedCompany !== ''),
  );
  return found.find(({ numbers }) => numbers.length === 0) ?? found[0] ?? null;
}

function marksOf({ name, company, numbers }: ContactDraft): readonly string[] {
  const folded = foldText(name);
  if (numbers.length === 0) return [`${folded}\n${foldText(company)}\n`];
  return numbers.map(({ written }) => `${folded}\n${writtenNumberKey(written)?.significant.slice(-subscriber)}`);
}
