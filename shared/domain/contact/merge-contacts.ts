import { sameNumber } from '../destination.ts';
import { foldText } from '../fold.ts';
import type { Contact, ContactDraft, ContactNumber } from './contact.ts';
import { writtenNumberKey } from './number-key.ts';

/** One contact of more: what the first says stays, what only others say is taken over. Nobody is called who asked not to be. */
export function mergeContacts<C extends ContactDraft>(keep: C, others: readonly ContactDraft[]): C {
  const all: readonly ContactDraft[] = [keep, ...others];
  return {
    ...keep,
    name: firstText(all.map(({ name }) => name)),
    company: firstText(all.map(({ company }) => company)),
    numbers: distinctNumbers(all.flatMap(({ numbers }) => numbers)),
    favourite: all.some(({ favourite }) => favourite),
    tags: distinct(all.flatMap(({ tags }) => tags)),
    note: distinct(all.map(({ note }) => note.trim()).filter((note) => note !== '')).join('\n'),
    trunkName: all.find(({ trunkName }) => trunkName !== null)?.trunkName ?? null,
    doNotCall: all.some(({ doNotCall }) => doNotCall),
  };
}

/** Contacts that share a number, directly or by way of another; each group has more than one. */
export function groupDuplicates(contacts: readonly Contact[]): readonly (readonly Contact[])[] {
  const groupOf = new Map<Contact, Set<Contact>>(contacts.map((contact) => [contact, new Set([contact])]));
  const join = (one: Contact, other: Contact) => {
    const [into, from] = [groupOf.get(one), groupOf.get(other)];
    if (into === undefined || from === undefined || into === from) return;
    for (const contact of from) groupOf.set(contact, into.add(contact));
  };
  for (const numbers of byEnding(contacts).values()) {
    for (const [index, one] of numbers.entries()) {
      // Of those that are the same one is enough, as they are in one group then.
      const other = numbers.slice(0, index).find(({ digits }) => sameNumber(digits, one.digits));
      if (other !== undefined) join(other.contact, one.contact);
    }
  }
  return [...new Set(groupOf.values())].filter((group) => group.size > 1).map((group) => [...group]);
}

interface OwnedNumber {
  readonly contact: Contact;
  readonly digits: string;
}

function byEnding(contacts: readonly Contact[]): ReadonlyMap<string, readonly OwnedNumber[]> {
  const endings = new Map<string, OwnedNumber[]>();
  for (const contact of contacts) {
    for (const { written } of contact.numbers) {
      const key = writtenNumberKey(written);
      if (key === null) continue;
      const owned = { contact, digits: key.digits };
      const known = endings.get(key.ending);
      if (known === undefined) endings.set(key.ending, [owned]);
      else known.push(owned);
    }
  }
  return endings;
}

function isSame(a: ContactNumber, b: ContactNumber): boolean {
  const [one, other] = [writtenNumberKey(a.written), writtenNumberKey(b.written)];
  return one !== null && other !== null && sameNumber(one.digits, other.digits);
}

function distinctNumbers(numbers: readonly ContactNumber[]): readonly ContactNumber[] {
  return numbers.filter((number, index) => numbers.findIndex((other) => isSame(number, other)) === index);
}

function distinct(texts: readonly string[]): readonly string[] {
  const folded = texts.map(foldText);
  return texts.filter((_, index) => folded.indexOf(folded[index] ?? '') === index);
}

function firstText(texts: readonly string[]): string {
  return texts.find((text) => text.trim() !== '') ?? '';
}
