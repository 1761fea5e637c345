import type { Connection } from '../../electron/storage/database.ts';
import type { ContactDraft } from '../../shared/domain/contact/contact.ts';
import { seededRandom } from './seeded-random.ts';

const betweenMs = 150_000;

/** A history as an agent has it: some are called again and again, many once. Ends at `lastMs`. */
export function addManyCalls(
  connection: Connection,
  contacts: readonly ContactDraft[],
  { calls, lastMs, profile }: { readonly calls: number; readonly lastMs: number; readonly profile: string },
): void {
  const random = seededRandom(5);
  connection.prepare('INSERT INTO profiles (name) VALUES (?) ON CONFLICT DO NOTHING').run(profile);
  const insert = connection.prepare(`
    INSERT INTO calls (id, profile_key, started_at_ms, caller, callee, direction, originated_here, ended, disposition, facts)
    SELECT ?, key, ?, '557', ?, 'outbound', 1, 1, 'answered', '{}' FROM profiles WHERE name = ?`);
  connection.exec('BEGIN');
  for (let index = 0; index < calls; index += 1) {
    const { numbers } = contacts[Math.floor(random() ** 2 * contacts.length)] ?? { numbers: [] };
    const number = numbers[Math.floor(random() * numbers.length)]?.written ?? '557';
    insert.run(`many-${index}`, lastMs - index * betweenMs, number, profile);
  }
  connection.exec('COMMIT');
}
