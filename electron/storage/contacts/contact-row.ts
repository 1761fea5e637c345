import { z } from 'zod';
import type { Contact, ContactNumber } from '../../../shared/domain/contact/contact.ts';
import { contactSources, numberLabels } from '../../../shared/domain/contact/contact.ts';
import { contactTitle } from '../../../shared/domain/contact/contact-title.ts';
import { writtenNumberKey } from '../../../shared/domain/contact/number-key.ts';
import { type SearchText, searchText, toHaystack } from '../../../shared/domain/contact/search-text.ts';
import { sortKey } from '../../../shared/domain/contact/sort-key.ts';
import { fromColumnText, toColumnNumber, toColumnText } from '../column-text.ts';

export interface ContactColumns {
  readonly text: SearchText;
  readonly values: readonly (string | number | null)[];
  readonly numbers: readonly (readonly (string | number)[])[];
}

/** In the order in which `contact-rows` writes them. */
export function toContactColumns(contact: Contact): ContactColumns {
  const text = searchText(contact);
  return {
    // The index knows groups of three letters: with a space at the end also the last two of a text begin one.
    text: { name: `${toColumnText(text.name)} `, rest: `${toColumnText(text.rest)} `, digits: `${text.digits} ` },
    values: [
      toColumnText(contact.id),
      contact.source,
      toColumnText(contact.name),
      toColumnText(contact.company),
      toColumnText(contact.note),
      toColumnText(JSON.stringify(contact.tags)),
      contact.trunkName === null ? null : toColumnText(contact.trunkName),
      contact.favourite ? 1 : 0,
      contact.doNotCall ? 1 : 0,
      toColumnNumber(contact.changedAtMs),
      toColumnText(sortKey(contactTitle(contact))),
      toColumnText(toHaystack(text)),
    ],
    numbers: contact.numbers.map(({ label, written }, position) => {
      const key = writtenNumberKey(written);
      return [
        position,
        label,
        toColumnText(written),
        key?.digits ?? '',
        key?.significant ?? '',
        // No number has this ending: without digits nothing is looked up.
        key?.ending ?? '-',
      ];
    }),
  };
}

const columnText = z.string().transform(fromColumnText);
const flag = z.literal([0, 1]).transform((value) => value === 1);

/** JSON that this program wrote; what is not makes the row unreadable. */
const json = <T extends z.ZodType>(schema: T) =>
  columnText
    .transform((text, context) => {
      try {
        return JSON.parse(text) as unknown;
      } catch {
        context.addIssue({ code: 'custom', message: 'not JSON' });
        return z.NEVER;
      }
    })
    .pipe(schema);

/** A row with its numbers as one JSON text. */
export const contactRowSchema = z
  .object({
    key: z.int(),
    id: columnText,
    source: z.enum(contactSources),
    name: columnText,
    company: columnText,
    note: columnText,
    tags: json(z.array(z.string()).readonly()),
    trunk_name: columnText.nullable(),
    favourite: flag,
    do_not_call: flag,
    changed_at_ms: z.number(),
    numbers: json(z.array(z.tuple([z.enum(numberLabels), z.string()])).readonly()),
  })
  .transform((row) => ({
    key: row.key,
    contact: {
      id: row.id,
      source: row.source,
      name: row.name,
      company: row.company,
      note: row.note,
      tags: row.tags,
      trunkName: row.trunk_name,
      favourite: row.favourite,
      doNotCall: row.do_not_call,
      changedAtMs: row.changed_at_ms,
      numbers: row.numbers.map(([label, written]): ContactNumber => ({ label, written })),
    } satisfies Contact,
  }));

export type StoredContact = z.infer<typeof contactRowSchema>;

/** Of `contacts AS c`. */
export const contactColumns = `c.key, c.id, c.source, c.name, c.company, c.note, c.tags, c.trunk_name, c.favourite,
  c.do_not_call, c.changed_at_ms,
  (SELECT json_group_array(json_array(n.label, n.written) ORDER BY n.position) FROM contact_numbers AS n
    WHERE n.contact_key = c.key) AS numbers`;

export const notDone = "SELECT key FROM contact_imports WHERE state <> 'done'";

/** Whether `contacts AS c` is seen in a profile: see the migration. */
export const seen = `c.import_key NOT IN (${notDone}) AND (c.replaced_in = 0 OR c.replaced_in IN (${notDone}))
  AND (c.profile_key = 0 OR c.profile_key = :profileKey)`;
