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

/**
 * Contacts that share a number, directly or by way of another; each group has more than one. Two of those that were said to
 * be different people (`apart`, by their ids) are never in one group: who could be either of them is proposed with the first.
 */
export function groupDuplicates(
  contacts: readonly Contact[],
  apart: readonly (readonly string[])[] = [],
): readonly (readonly Contact[])[] {
  const groupOf = new Map<Contact, Set<Contact>>(contacts.map((contact) => [contact, new Set([contact])]));
  const strangers = strangersOf(apart);
  /** Whether they are in one group then. */
  const join = (one: Contact, other: Contact): boolean => {
    const [into, from] = [groupOf.get(one), groupOf.get(other)];
    if (into === undefined || from === undefined || into === from) return true;
    const ids = [...into].map(({ id }) => id);
    if (strangers.size > 0 && [...from].some(({ id }) => ids.some((known) => strangers.get(id)?.has(known))))
      return false;
    for (const contact of from) groupOf.set(contact, into.add(contact));
    return true;
  };
  for (const numbers of byEnding(contacts).values()) {
    for (const [index, one] of numbers.entries()) {
      // Of those that are the same one is enough, as they are in one group then.
      numbers
        .slice(0, index)
        .some(({ contact, digits }) => sameNumber(digits, one.digits) && join(contact, one.contact));
    }
  }
  return [...new Set(groupOf.values())].filter((group) => group.size > 1).map((group) => [...group]);
}

/** How many groups would be proposed, or hold others, were it not that some of them are different people. */
export function countApart(contacts: readonly Contact[], apart: readonly (readonly string[])[]): number {
  if (apart.length === 0) return 0;
  return groupDuplicates(contacts).filter((group) =>
    apart.some((ids) => group.filter(({ id }) => ids.includes(id)).length > 1),
  ).length;
}

function strangersOf(apart: readonly (readonly string[])[]): ReadonlyMap<string, ReadonlySet<string>> {
  const strangers = new Map<string, Set<string>>();
  for (const ids of apart) for (const id of ids) strangers.set(id, new Set([...(strangers.get(id) ?? []), ...ids]));
  return strangers;
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

export function isSameNumber(a: Pick<ContactNumber, 'written'>, b: Pick<ContactNumber, 'written'>): boolean {
  const [one, other] = [writtenNumberKey(a.written), writtenNumberKey(b.written)];
  return one !== null && other !== null && sameNumber(one.digits, other.digits);
}

/** Each once, whatever it is written like; the first writing stays. */
export function distinctNumbers(numbers: readonly ContactNumber[]): readonly ContactNumber[] {
  return numbers.filter((number, index) => !numbers.slice(0, index).some((other) => isSameNumber(number, other)));
}

function distinct(texts: readonly string[]): readonly string[] {
  const folded = texts.map(foldText);
  return texts.filter((_, index) => folded.indexOf(folded[index] ?? '') === index);
}

function firstText(texts: readonly string[]): string {
  return texts.find((text) => text.trim() !== '') ?? '';
}
