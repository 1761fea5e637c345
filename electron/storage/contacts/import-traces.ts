import { z } from 'zod';
import type { Contact } from '../../../shared/domain/contact/contact.ts';
import { contactTitle } from '../../../shared/domain/contact/contact-title.ts';
import { type TakenOver, takenOver, withoutTakenOver } from '../../../shared/domain/contact/taken-over.ts';
import type { TakenBack } from '../../../shared/ipc/import-contract.ts';
import { fromColumnText, toColumnText } from '../column-text.ts';
import type { Connection } from '../database.ts';
import { contactColumns, contactRowSchema, notDone } from './contact-row.ts';
import type { ContactRows } from './contact-rows.ts';

/** What imports brought to contacts that were changed since, so that it can be taken back alone. Part of a transaction of whoever calls. */
export interface ImportTraces {
  /** Before a contact becomes one's own by hand, or goes. */
  keep(id: string): void;
  /** What came to one contact was put into another by hand. */
  handOn(id: string, toId: string): void;
  /** Some contacts at a time; false when none are left. */
  takeBack(importKey: number): TakenBack & { readonly left: boolean };
  /** What the import brought and nobody changed since. */
  untouched(importKey: number): number;
}

const atOnce = 100;

const rowSchema = z
  .object({ import_key: z.int(), replaced_in: z.int(), profile_key: z.int(), done: z.literal([0, 1]) })
  .transform((row) => ({
    importKey: row.import_key,
    replacedIn: row.replaced_in,
    profileKey: row.profile_key,
    isDone: row.done === 1,
  }))
  .and(contactRowSchema);
type Row = z.infer<typeof rowSchema>;

const takenSchema: z.ZodType<TakenOver> = z.object({
  name: z.string(),
  company: z.string(),
  numbers: z.array(z.string()),
  tags: z.array(z.string()),
  noteLines: z.array(z.string()),
  trunkName: z.string().nullable(),
  favourite: z.boolean(),
  doNotCall: z.boolean(),
});

export function createImportTraces(connection: Connection, rows: ContactRows): ImportTraces {
  const selectRows = connection.prepare(`
    SELECT ${contactColumns}, c.import_key, c.replaced_in, c.profile_key, c.import_key NOT IN (${notDone}) AS done
    FROM contacts AS c WHERE c.id = ? AND c.source = 'own'`);
  const insert = connection.prepare(
    'INSERT INTO contact_traces (import_key, contact_id, taken) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  );
  const handOver = connection.prepare(`
    INSERT INTO contact_traces (import_key, contact_id, taken) SELECT import_key, :toId, NULL FROM contact_traces
    WHERE contact_id = :id ON CONFLICT DO UPDATE SET taken = NULL`);
  const forget = connection.prepare('DELETE FROM contact_traces WHERE contact_id = ?');
  // The zeros are not in the index by this column.
  const selectCovered = connection.prepare(`
    SELECT id FROM contacts WHERE import_key = ? AND import_key > 0 AND replaced_in > 0 AND replaced_in NOT IN (${notDone})
    LIMIT ${atOnce}`);
  const selectTraces = connection.prepare(
    `SELECT contact_id, taken FROM contact_traces WHERE import_key = ? LIMIT ${atOnce}`,
  );
  const removeTrace = connection.prepare('DELETE FROM contact_traces WHERE import_key = ? AND contact_id = ?');
  const countUntouched = connection.prepare(
    'SELECT count(*) AS contacts FROM contacts WHERE import_key = ? AND import_key > 0',
  );
  const setReplaced = connection.prepare('UPDATE contacts SET replaced_in = ? WHERE key = ?');
  const removeRow = connection.prepare('DELETE FROM contacts WHERE key = ?');

  const rowsOf = (columnId: string): readonly Row[] =>
    selectRows.all(columnId).flatMap((row) => rowSchema.safeParse(row).data ?? []);
  const rewrite = (row: Row, contact: Contact) => {
    removeRow.run(row.key);
    rows.add([contact], { importKey: row.importKey, profileKey: row.profileKey });
    const now = rowsOf(toColumnText(contact.id)).find(({ importKey }) => importKey === row.importKey);
    if (now !== undefined && row.replacedIn > 0) setReplaced.run(row.replacedIn, now.key);
  };
  const takeOut = (from: readonly Row[], taken: TakenOver): keyof TakenBack | null => {
    const changed = from.flatMap((row) => {
      const contact = withoutTakenOver(row.contact, taken);
      return JSON.stringify(contact) === JSON.stringify(row.contact) ? [] : [{ row, contact }];
    });
    if (changed.some(({ contact }) => contactTitle(contact) === '')) return 'stayed';
    for (const { row, contact } of changed) rewrite(row, contact);
    return changed.length === 0 ? null : 'taken';
  };
  /** A later import changed it again: its row goes from between the two. */
  const uncover = (importKey: number, columnId: string): keyof TakenBack | null => {
    const all = rowsOf(columnId);
    const own = all.find((row) => row.importKey === importKey);
    if (own === undefined) return null;
    const before = all.find(({ replacedIn }) => replacedIn === importKey);
    removeRow.run(own.key);
    if (before === undefined) return 'stayed';
    setReplaced.run(own.replacedIn, before.key);
    const earlier = new Set([own.key, before.key]);
    for (let at: Row | undefined = before; at !== undefined; at = precursor(all, at)) earlier.add(at.key);
    const later = all.filter(({ key }) => !earlier.has(key));
    return takeOut(later, takenOver(before.contact, own.contact));
  };
  return {
    keep(id) {
      const all = rowsOf(toColumnText(id));
      for (const { importKey, contact } of all.filter((row) => row.importKey > 0 && row.isDone)) {
        const before = all.find(({ replacedIn }) => replacedIn === importKey);
        const taken = before === undefined ? null : toColumnText(JSON.stringify(takenOver(before.contact, contact)));
        insert.run(importKey, toColumnText(id), taken);
      }
    },
    handOn(id, toId) {
      handOver.run({ id: toColumnText(id), toId: toColumnText(toId) });
      forget.run(toColumnText(id));
    },
    takeBack(importKey) {
      const count = { taken: 0, stayed: 0 };
      const add = (outcome: keyof TakenBack | null) => {
        if (outcome !== null) count[outcome] += 1;
      };
      const covered = selectCovered.all(importKey) as readonly { id: string }[];
      for (const { id } of covered) add(uncover(importKey, id));
      const traces = selectTraces.all(importKey) as readonly { contact_id: string; taken: string | null }[];
      for (const { contact_id, taken } of traces) {
        const now = rowsOf(contact_id);
        const known = taken === null ? undefined : readTaken(taken);
        if (now.length > 0) add(known === undefined ? 'stayed' : takeOut(now, known));
        removeTrace.run(importKey, contact_id);
      }
      return { ...count, left: covered.length === atOnce || traces.length === atOnce };
    },
    untouched: (importKey) => (countUntouched.get(importKey) as { contacts: number }).contacts,
  };
}

function precursor(all: readonly Row[], row: Row): Row | undefined {
  return row.importKey === 0 ? undefined : all.find(({ replacedIn }) => replacedIn === row.importKey);
}

function readTaken(text: string): TakenOver | undefined {
  try {
    return takenSchema.safeParse(JSON.parse(fromColumnText(text))).data;
  } catch {
    return undefined;
  }
}
