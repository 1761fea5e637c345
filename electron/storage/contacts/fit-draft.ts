import type { ContactDraft } from '../../../shared/domain/contact/contact.ts';
import { contactLimits as limits } from '../../../shared/ipc/contact-contract.ts';

/** What comes from elsewhere may be of any size; a contact that no window takes would be worse than a cut one. */
export function fitDraft(draft: ContactDraft): ContactDraft {
  return {
    ...draft,
    name: draft.name.slice(0, limits.line),
    company: draft.company.slice(0, limits.line),
    numbers: draft.numbers
      .slice(0, limits.numbers)
      .map(({ label, written }) => ({ label, written: written.slice(0, limits.number) })),
    tags: draft.tags
      .map((tag) => tag.slice(0, limits.tag))
      .filter((tag) => tag !== '')
      .slice(0, limits.tags),
    note: draft.note.slice(0, limits.note),
    // The beginning of a name is another trunk, or none.
    trunkName: (draft.trunkName?.length ?? 0) > limits.trunk ? null : draft.trunkName,
  };
}
