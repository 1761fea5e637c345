import { join } from 'node:path';
import type { ReadContact } from '../../electron/directory/exchange/contact-draft.ts';
import { openFile, previewFile } from '../../electron/directory/exchange/open-file.ts';
import { readContacts } from '../../electron/directory/exchange/read-contacts.ts';
import type { FileReading } from '../../shared/domain/exchange/import-file.ts';

export const contactRules = { countryCode: '98' };

export function contactFile(name: string): string {
  return join(import.meta.dirname, '../fixtures/contacts', name);
}

/** A file read as it is guessed, or what is the matter with all of it. */
export async function readAsGuessed(
  path: string,
): Promise<{ readonly reading: FileReading; readonly contacts: readonly ReadContact[] } | string> {
  const opened = await openFile(path);
  if (!opened.ok) return opened.error;
  const { reading } = previewFile(opened.value, {}, contactRules.countryCode);
  const contacts: ReadContact[] = [];
  for await (const batch of readContacts(path, reading, contactRules)) contacts.push(...batch.contacts);
  return { reading, contacts };
}
