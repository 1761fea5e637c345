import type { ContactDraft, ContactNumber } from '../../shared/domain/contact/contact.ts';

/** A contact of one's own with a name and numbers; `changes` say what it has besides. */
export function aDraft(name: string, numbers: readonly string[], changes: Partial<ContactDraft> = {}): ContactDraft {
  return {
    name,
    company: '',
    numbers: numbers.map((written): ContactNumber => ({ label: 'mobile', written })),
    favourite: false,
    tags: [],
    note: '',
    trunkName: null,
    doNotCall: false,
    ...changes,
  };
}
