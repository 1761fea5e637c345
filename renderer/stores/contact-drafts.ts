import { create } from 'zustand';
import type { ContactDraft, NumberLabel } from '../../shared/domain/contact/contact.ts';

export interface TypedNumber {
  /** Tells rows apart while they come and go. */
  readonly key: number;
  readonly label: NumberLabel;
  readonly written: string;
}

/** A contact as it stands in its form. */
export interface TypedContact extends Omit<ContactDraft, 'numbers' | 'tags'> {
  readonly numbers: readonly TypedNumber[];
  /** With commas between them. */
  readonly tags: string;
}

interface ContactDraftsStore {
  /** By the form it was typed in; forms that were not changed have none. */
  readonly drafts: ReadonlyMap<string, TypedContact>;
}

/** What is typed and not saved outlives its form: nothing is lost by a look at another page. */
export const useContactDrafts = create<ContactDraftsStore>(() => ({ drafts: new Map() }));

/** New contacts for different numbers are different people. */
export function draftName(id: string | null, number: string): string {
  return id ?? `new ${number}`;
}

export function keepContactDraft(name: string, typed: TypedContact): void {
  useContactDrafts.setState(({ drafts }) => ({ drafts: new Map(drafts).set(name, typed) }));
}

export function forgetContactDraft(name: string): void {
  useContactDrafts.setState(({ drafts }) => ({ drafts: new Map([...drafts].filter(([held]) => held !== name)) }));
}

let lastKey = 0;

export function typedNumber(label: NumberLabel, written: string): TypedNumber {
  lastKey += 1;
  return { key: lastKey, label, written };
}

/** There is always a place to type a number into. */
export function toTyped(draft: ContactDraft): TypedContact {
  const numbers = draft.numbers.map(({ label, written }) => typedNumber(label, written));
  return {
    ...draft,
    numbers: numbers.length === 0 ? [typedNumber('mobile', '')] : numbers,
    tags: draft.tags.join(', '),
  };
}

export function toDraft(typed: TypedContact): ContactDraft {
  const tags = typed.tags.split(/[,،;؛\n]/).map((tag) => tag.trim());
  return {
    ...typed,
    name: typed.name.trim(),
    company: typed.company.trim(),
    numbers: typed.numbers
      .map(({ label, written }) => ({ label, written: written.trim() }))
      .filter(({ written }) => written !== ''),
    tags: [...new Set(tags.filter((tag) => tag !== ''))],
    trunkName: typed.trunkName === '' ? null : typed.trunkName,
  };
}

export const emptyDraft: ContactDraft = {
  name: '',
  company: '',
  numbers: [],
  favourite: false,
  tags: [],
  note: '',
  trunkName: null,
  doNotCall: false,
};
