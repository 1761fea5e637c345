import type { Call } from '../../../shared/domain/call.ts';
import { openMissed } from '../../../shared/domain/missed/missed-entries.ts';
import { type MissedSign, signOfCall } from '../../../shared/domain/missed/missed-sign.ts';
import type { Clock } from '../../calls/ports.ts';
import { toColumnText } from '../column-text.ts';
import type { Connection } from '../database.ts';
import { endingOf, readSign, type StoredSign, signColumns, signValues } from './missed-row.ts';

/** Whom nobody called back for a week nobody will; and it is asked for after every call. */
export const longestWaitMs = 7 * 24 * 60 * 60 * 1000;
/** A talk of the day before may still be told late. */
const keptMs = longestWaitMs + 24 * 60 * 60 * 1000;

/** Keeps what calls say of numbers that called in vain. What is written has to be in a transaction of whoever calls. */
export interface MissedSigns {
  noteCall(call: Call, profileKey: number): void;
  note(callId: string, profileKey: number, sign: MissedSign | null): void;
  /** Of numbers that end alike. */
  ofEnding(profileKey: number, ending: string): readonly StoredSign[];
  /** Which of them wait is told anew. */
  refresh(profileKey: number, ending: string): void;
  forgetOld(): void;
}

const saveSql = `
  INSERT INTO missed_signs (call_id, profile_key, ending, kind, number, at_ms, by, came_in, outcome, queue, waited_seconds)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (call_id) DO UPDATE SET profile_key = excluded.profile_key, ending = excluded.ending, kind = excluded.kind,
    number = excluded.number, at_ms = excluded.at_ms, by = excluded.by, came_in = excluded.came_in,
    outcome = excluded.outcome, queue = excluded.queue, waited_seconds = excluded.waited_seconds`;

export function createMissedSigns({ connection, clock }: { connection: Connection; clock: Clock }): MissedSigns {
  const select = connection.prepare(`SELECT ${signColumns}, ending FROM missed_signs WHERE call_id = ?`);
  const selectEnding = connection.prepare(
    `SELECT ${signColumns} FROM missed_signs WHERE profile_key = ? AND ending = ?`,
  );
  const save = connection.prepare(saveSql);
  const remove = connection.prepare('DELETE FROM missed_signs WHERE call_id = ?');
  const setOpen = connection.prepare('UPDATE missed_signs SET open = ? WHERE call_id = ?');
  const removeOld = connection.prepare('DELETE FROM missed_signs WHERE at_ms < ?');

  const ofEnding = (profileKey: number, ending: string) =>
    selectEnding.all(profileKey, ending).flatMap((row) => readSign(row) ?? []);
  const refresh = (profileKey: number, ending: string) => {
    const signs = ofEnding(profileKey, ending);
    const open = openMissed(signs);
    for (const sign of signs) {
      if (sign.open !== open.has(sign.id)) setOpen.run(sign.open ? 0 : 1, toColumnText(sign.id));
    }
  };
  const note = (callId: string, profileKey: number, sign: MissedSign | null) => {
    const id = toColumnText(callId);
    const row = select.get(id) as { readonly ending: string } | undefined;
    const known = readSign(row);
    const isOld = sign === null || sign.atMs < clock() - keptMs;
    if (row === undefined ? isOld : known !== null && sign !== null && isSame(known, sign)) return;
    if (sign === null) remove.run(id);
    else save.run(id, profileKey, ...signValues(sign));
    if (row !== undefined && row.ending !== '') refresh(profileKey, row.ending);
    if (sign !== null && endingOf(sign.number) !== row?.ending) refresh(profileKey, endingOf(sign.number));
  };
  return {
    noteCall: (call, profileKey) => note(call.id, profileKey, signOfCall(call)),
    note,
    ofEnding,
    refresh,
    forgetOld: () => void removeOld.run(clock() - keptMs),
  };
}

function isSame(known: StoredSign, sign: MissedSign): boolean {
  return JSON.stringify(signValues(known)) === JSON.stringify(signValues(sign));
}
