import type { Connection } from '../database.ts';
import { othersTurn } from '../others-turn.ts';
import { seen } from './contact-row.ts';

/** More than anybody works through in one go. */
const mostShared = 200;
const mostOwners = 1000;
/** Numbers that are looked at in one step: some milliseconds. */
const stepNumbers = 5000;

const seenOwners = `contact_numbers AS n ON n.ending = shared.ending
  JOIN contacts AS c ON c.key = n.contact_key WHERE c.source = 'own' AND ${seen}`;
// From the index alone come those that may be shared; the rows of these alone are looked at.
const sharedSql = `
  WITH shared AS (SELECT ending FROM contact_numbers WHERE ending BETWEEN :from AND :last AND ending <> '-'
    GROUP BY ending HAVING count(*) > 1)
  SELECT shared.ending FROM shared CROSS JOIN ${seenOwners}
  GROUP BY shared.ending HAVING count(DISTINCT c.key) > 1 LIMIT ${mostShared}`;
const ownersSql = `
  SELECT DISTINCT c.key FROM (SELECT value AS ending FROM json_each(:endings)) AS shared CROSS JOIN ${seenOwners}
  LIMIT ${mostOwners}`;

/** Own contacts that may have a number in common, by their last digits. */
export function createSharedNumbers(connection: Connection): (profileKey: number) => Promise<readonly number[]> {
  const selectLast = connection.prepare(`
    SELECT max(ending) AS ending FROM (SELECT ending FROM contact_numbers WHERE ending >= ? ORDER BY ending LIMIT ${stepNumbers})`);
  const selectNext = connection.prepare('SELECT min(ending) AS ending FROM contact_numbers WHERE ending > ?');
  const selectShared = connection.prepare(sharedSql);
  const selectOwners = connection.prepare(ownersSql);
  return async (profileKey) => {
    const endings: string[] = [];
    let from: string | null = '';
    while (from !== null && endings.length < mostShared) {
      const { ending: last } = selectLast.get(from) as { ending: string | null };
      if (last === null) break;
      const shared = selectShared.all({ profileKey, from, last }) as readonly { ending: string }[];
      endings.push(...shared.map(({ ending }) => ending));
      await othersTurn();
      if (!connection.isOpen) return [];
      from = (selectNext.get(last) as { ending: string | null }).ending;
    }
    const wanted = JSON.stringify(endings.slice(0, mostShared));
    return (selectOwners.all({ profileKey, endings: wanted }) as readonly { key: number }[]).map(({ key }) => key);
  };
}
