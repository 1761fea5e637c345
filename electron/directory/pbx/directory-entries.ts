import type { ContactDraft, NumberLabel } from '../../../shared/domain/contact/contact.ts';
import { neutralText } from '../../../shared/domain/neutral-text.ts';
import { findQueue, type PbxContact, type PbxQueue, type PbxUser } from '../../../shared/domain/pbx-directory.ts';

const longestName = 200;
const longestTag = 40;

/** A contact of the directory; `key` is what the PBX knows it by. */
export interface DirectoryContact {
  readonly key: string;
  readonly draft: ContactDraft;
}

/** Their queues stand as tags, so that the members of one are found like all who have a tag. */
export function userEntries(users: readonly PbxUser[], queues: readonly PbxQueue[]): readonly DirectoryContact[] {
  return users.map(({ name, number, queues: called }) => ({
    key: number,
    draft: {
      ...blank,
      ...written(name, number, 'extension'),
      tags: called.map((queue) => queueTag(findQueue(queues, queue), queue)).filter((tag) => tag !== ''),
    },
  }));
}

/** With its number, by which the members are found as well; a long name gives way to it. */
function queueTag(queue: PbxQueue | null, called: string): string {
  if (queue === null) return neutralText(called, longestTag);
  const number = neutralText(queue.number, longestTag / 2);
  const name = neutralText(queue.name, longestTag - number.length - 1);
  return name === number ? number : `${name} ${number}`.trim();
}

export function contactEntries(contacts: readonly PbxContact[]): readonly DirectoryContact[] {
  return contacts.map(({ name, number, description }) => ({
    // One number may stand there under two names.
    key: `${number} ${name}`.slice(0, 100),
    draft: { ...blank, ...written(name, number, 'other'), note: description },
  }));
}

const blank: ContactDraft = {
  name: '',
  company: '',
  numbers: [],
  favourite: false,
  tags: [],
  note: '',
  trunkName: null,
  doNotCall: false,
};

function written(name: string, number: string, label: NumberLabel): Pick<ContactDraft, 'name' | 'numbers'> {
  return { name: neutralText(name, longestName), numbers: [{ label, written: neutralText(number, 64) }] };
}
