import type { Contact } from './contact.ts';
import { contactTitle } from './contact-title.ts';

/** Who of those that have a number asked not to be called. One is enough, whoever of them is named for it. */
export function markedDoNotCall(owners: readonly Contact[]): { readonly name: string } | null {
  const marked = owners.find(({ doNotCall }) => doNotCall);
  return marked === undefined ? null : { name: contactTitle(marked) };
}
