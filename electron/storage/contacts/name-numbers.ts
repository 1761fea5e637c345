import { z } from 'zod';
import { type ContactName, contactSources } from '../../../shared/domain/contact/contact.ts';
import { numberKey } from '../../../shared/domain/contact/number-key.ts';
import { sameNumber } from '../../../shared/domain/destination.ts';
import { fromColumnText } from '../column-text.ts';
import type { Connection } from '../database.ts';
import { seen } from './contact-row.ts';

const columnText = z.string().transform(fromColumnText);
const rowSchema = z.object({
  key: z.int(),
  digits: z.string(),
  id: columnText,
  name: columnText,
  company: columnText,
  source: z.enum(contactSources),
  favourite: z.number(),
  do_not_call: z.number(),
  changed_at_ms: z.number(),
});
type Row = z.infer<typeof rowSchema>;

const sql = `
  SELECT c.key, n.digits, c.id, c.name, c.company, c.source, c.favourite, c.do_not_call, c.changed_at_ms
  FROM contact_numbers AS n JOIN contacts AS c ON c.key = n.contact_key WHERE n.ending = :ending AND ${seen}`;

/** Whom numbers belong to, in whatever writing calls and contacts have them. */
export interface NameNumbers {
  /** Keys of all contacts that have the number, the best first. */
  owners(profileKey: number, number: string): readonly number[];
  name(profileKey: number, number: string): ContactName | null;
}

export function createNameNumbers(connection: Connection): NameNumbers {
  const select = connection.prepare(sql);
  const find = (profileKey: number, number: string): readonly Row[] => {
    const key = numberKey(number);
    if (key === null) return [];
    const rows = select.all({ profileKey, ending: key.ending }) as readonly unknown[];
    const found = rows.flatMap((row) => {
      const parsed = rowSchema.safeParse(row);
      return parsed.success && sameNumber(parsed.data.digits, key.digits) ? parsed.data : [];
    });
    return found.length < 2 ? found : [...found].sort((a, b) => byFitness(a, b, key.digits));
  };
  return {
    owners: (profileKey, number) => [...new Set(find(profileKey, number).map(({ key }) => key))],
    name(profileKey, number) {
      const row = find(profileKey, number)[0];
      if (row === undefined) return null;
      return {
        contactId: row.id,
        name: row.name,
        company: row.company,
        source: row.source,
        favourite: row.favourite === 1,
        doNotCall: row.do_not_call === 1,
      };
    },
  };
}

/** What the agent wrote comes before what the PBX says, a favourite before others, the newest knowledge before older. */
function byFitness(a: Row, b: Row, digits: string): number {
  return (
    Number(b.digits === digits) - Number(a.digits === digits) ||
    Number(b.source === 'own') - Number(a.source === 'own') ||
    b.favourite - a.favourite ||
    b.changed_at_ms - a.changed_at_ms ||
    a.key - b.key
  );
}
