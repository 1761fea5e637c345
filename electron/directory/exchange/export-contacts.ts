import type { Contact } from '../../../shared/domain/contact/contact.ts';
import { byteOrderMark } from '../../files/csv-cells.ts';
import { createPause } from '../../files/pause.ts';
import { writeWhole } from '../../files/write-whole.ts';
import type { ContactStore } from './contact-store.ts';
import { csvHead, csvRow } from './csv-writer.ts';
import { vcard } from './vcard-writer.ts';

export interface Format {
  readonly extension: 'csv' | 'vcf';
  readonly head: string;
  readonly write: (contact: Contact) => string;
}

export const formats: Readonly<Record<'csv' | 'vcard4' | 'vcard3', Format>> = {
  csv: { extension: 'csv', head: byteOrderMark + csvHead, write: csvRow },
  vcard4: { extension: 'vcf', head: '', write: (contact) => vcard(contact, '4.0') },
  vcard3: { extension: 'vcf', head: '', write: (contact) => vcard(contact, '3.0') },
};

/** Writes all own contacts to a file, some hundred at a time. Null when it was given up; the file is then as it was before. */
export async function exportContacts(
  path: string,
  { head, write }: Format,
  deps: {
    readonly store: Pick<ContactStore, 'pages'>;
    readonly isCancelled: () => boolean;
    readonly progressed: (contacts: number, total: number) => void;
  },
): Promise<{ readonly contacts: number } | null> {
  let written = 0;
  const pause = createPause();
  const pieces = async function* () {
    yield head;
    for (const { contacts, total } of deps.store.pages()) {
      yield contacts.map(write).join('');
      written += contacts.length;
      deps.progressed(written, total);
      await pause();
    }
  };
  const whole = await writeWhole(path, pieces(), deps.isCancelled);
  return whole ? { contacts: written } : null;
}
