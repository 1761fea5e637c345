import type { Contact, ContactDraft } from '../../../shared/domain/contact/contact.ts';
import { writtenNumberKey } from '../../../shared/domain/contact/number-key.ts';
import { sameNumber } from '../../../shared/domain/destination.ts';
import { foldText } from '../../../shared/domain/fold.ts';

export type Sorted =
  | { readonly is: 'fresh' | 'repeated'; readonly draft: ContactDraft }
  | { readonly is: 'known'; readonly draft: ContactDraft; readonly contact: Contact };

/** Ten last digits are one subscriber. */
const subscriber = 10;

/**
 * Tells the contacts of a file apart: those with a number that somebody has already, those that stand in the file twice (the
 * same name with no number that was not there), and the new ones. Two people may share a number: of a company, say.
 */
export function createSorter(
  findByNumbers: (numbers: readonly string[]) => readonly Contact[],
): (drafts: readonly ContactDraft[]) => readonly Sorted[] {
  const seen = new Set<string>();
  return (drafts) => {
    const owners = ownersByEnding(
      findByNumbers(drafts.flatMap(({ numbers }) => numbers.map(({ written }) => written))),
    );
    return drafts.map((draft) => {
      const marks = marksOf(draft);
      if (marks.every((mark) => seen.has(mark))) return { is: 'repeated', draft };
      for (const mark of marks) seen.add(mark);
      const contact = ownerOf(draft, owners);
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

/** Of those who share the number the one of this name, else the first. */
function ownerOf({ name, numbers }: ContactDraft, owners: Owners): Contact | null {
  if (owners.size === 0) return null;
  const found = numbers.flatMap(({ written }) => {
    const key = writtenNumberKey(written);
    const same = key === null ? [] : (owners.get(key.ending) ?? []);
    return same.flatMap(({ digits, contact }) => (sameNumber(digits, key?.digits ?? null) ? [contact] : []));
  });
  const folded = foldText(name);
  return found.find((contact) => foldText(contact.name) === folded) ?? found[0] ?? null;
}

function marksOf({ name, company, numbers }: ContactDraft): readonly string[] {
  const folded = foldText(name);
  if (numbers.length === 0) return [`${folded}\n${foldText(company)}\n`];
  return numbers.map(({ written }) => `${folded}\n${writtenNumberKey(written)?.significant.slice(-subscriber)}`);
}
