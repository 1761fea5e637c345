import type { Contact, ContactDraft } from '../../../shared/domain/contact/contact.ts';
import { contactTitle } from '../../../shared/domain/contact/contact-title.ts';
import { writtenNumberKey } from '../../../shared/domain/contact/number-key.ts';
import { sameNumber } from '../../../shared/domain/destination.ts';
import { foldText } from '../../../shared/domain/fold.ts';
import type { ContactStore } from './contact-store.ts';
import type { PreparedBatch } from './prepare-contacts.ts';

/** A contact of a file whom one has already. */
export interface Known {
  /** In its batch. */
  readonly place: number;
  readonly draft: ContactDraft;
  readonly contact: Contact;
}

/** What of a batch is there already. */
export interface Found {
  readonly known: readonly Known[];
  /** The places of those with a number that somebody of another name has, there or in the file. */
  readonly shared: readonly number[];
}

/**
 * Those with a number that somebody has already, or without a number, whose name is there already. Two people may share a number:
 * of a company, say.
 */
export function findKnown(
  { numbers, titles, drafts, shared }: PreparedBatch,
  store: Pick<ContactStore, 'findByNumbers' | 'findByTitles'>,
): Found {
  const found = numbers.length === 0 ? [] : store.findByNumbers(numbers);
  const namesakes = titles.length === 0 ? [] : store.findByTitles(titles);
  if (found.length === 0 && namesakes.length === 0) return { known: [], shared };
  const owners = ownersByEnding(found);
  const all = (JSON.parse(drafts) as readonly ContactDraft[]).map((draft, place) => {
    const sharers = ownersOf(draft, owners);
    const contact = draft.numbers.length === 0 ? namesakeOf(draft, namesakes) : ownerOf(draft, sharers);
    return { place, draft, contact, isShared: sharers.length > 0 || shared.includes(place) };
  });
  return {
    known: all.flatMap(({ contact, ...rest }) => (contact === null ? [] : { ...rest, contact })),
    shared: all.flatMap(({ place, contact, isShared }) => (contact === null && isShared ? place : [])),
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

/** Who has one of its numbers. */
function ownersOf({ numbers }: ContactDraft, owners: Owners): readonly Contact[] {
  if (owners.size === 0) return [];
  return numbers.flatMap(({ written }) => {
    const key = writtenNumberKey(written);
    const same = key === null ? [] : (owners.get(key.ending) ?? []);
    return same.flatMap(({ digits, contact }) => (sameNumber(digits, key?.digits ?? null) ? [contact] : []));
  });
}

/**
 * Of those who share the number the one of this name, else the first who may be called so: two people with names of their own stay
 * two, as of those of one the other's would be lost.
 */
function ownerOf(draft: ContactDraft, found: readonly Contact[]): Contact | null {
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
