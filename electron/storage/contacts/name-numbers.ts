import { z } from 'zod';
import { type ContactName, contactSources } from '../../../shared/domain/contact/contact.ts';
import { type NumberKey, numberKey } from '../../../shared/domain/contact/number-key.ts';
import { sameNumber } from '../../../shared/domain/destination.ts';
import { fromColumnText } from '../column-text.ts';
import type { Connection } from '../database.ts';
import { seen } from './contact-row.ts';

const columnText = z.string().transform(fromColumnText);
const rowSchema = z.object({
  key: z.int(),
  digits: z.string(),
  ending: z.string(),
  id: columnText,
  name: columnText,
  company: columnText,
  source: z.enum(contactSources),
  favourite: z.number(),
  do_not_call: z.number(),
  trunk_name: columnText.nullable(),
  changed_at_ms: z.number(),
});
type Row = z.infer<typeof rowSchema>;

const columns =
  'c.key, n.digits, n.ending, c.id, c.name, c.company, c.source, c.favourite, c.do_not_call, c.trunk_name, c.changed_at_ms';
const sql = `
  SELECT ${columns} FROM contact_numbers AS n JOIN contacts AS c ON c.key = n.contact_key
  WHERE n.ending = :ending AND ${seen}`;
const manySql = `
  SELECT ${columns} FROM json_each(:endings) AS wanted CROSS JOIN contact_numbers AS n ON n.ending = wanted.value
  JOIN contacts AS c ON c.key = n.contact_key WHERE ${seen}`;

/** Whom numbers belong to, in whatever writing calls and contacts have them. */
export interface NameNumbers {
  /** Keys of all contacts that have the number, the best first. */
  owners(profileKey: number, number: string): readonly number[];
  /** The same of many numbers, in one question; each key once, in the order of the numbers. */
  ownersOf(profileKey: number, numbers: readonly string[]): readonly number[];
  name(profileKey: number, number: string): ContactName | null;
}

export function createNameNumbers(connection: Connection): NameNumbers {
  const select = connection.prepare(sql);
  const selectMany = connection.prepare(manySql);
  const find = (profileKey: number, number: string): readonly Row[] => {
    const key = numberKey(number);
    if (key === null) return [];
    return fitting(readable(select.all({ profileKey, ending: key.ending })), key);
  };
  return {
    owners: (profileKey, number) => [...new Set(find(profileKey, number).map(({ key }) => key))],
    ownersOf(profileKey, numbers) {
      const keys = numbers.flatMap((number) => numberKey(number) ?? []);
      if (keys.length === 0) return [];
      const endings = JSON.stringify([...new Set(keys.map(({ ending }) => ending))]);
      const byEnding = new Map<string, Row[]>();
      for (const row of readable(selectMany.all({ profileKey, endings }))) {
        const same = byEnding.get(row.ending);
        if (same === undefined) byEnding.set(row.ending, [row]);
        else same.push(row);
      }
      const found = keys.flatMap((key) => fitting(byEnding.get(key.ending) ?? [], key));
      return [...new Set(found.map(({ key }) => key))];
    },
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
        trunkName: row.trunk_name,
      };
    },
  };
}

function readable(rows: readonly unknown[]): readonly Row[] {
  return rows.flatMap((row) => {
    const parsed = rowSchema.safeParse(row);
    return parsed.success ? parsed.data : [];
  });
}

/** Of those with its ending the ones that have the number, the best first. */
function fitting(rows: readonly Row[], { digits }: NumberKey): readonly Row[] {
  const found = rows.filter((row) => sameNumber(row.digits, digits));
  return found.length < 2 ? found : found.sort((a, b) => byFitness(a, b, digits));
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
