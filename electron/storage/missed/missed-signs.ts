import type { Call } from '../../../shared/domain/call.ts';
import { missedEntries } from '../../../shared/domain/missed/missed-entries.ts';
import type { MissedEntry } from '../../../shared/domain/missed/missed-entry.ts';
import { type MissedSign, signOfCall } from '../../../shared/domain/missed/missed-sign.ts';
import type { Clock } from '../../calls/ports.ts';
import { toColumnText } from '../column-text.ts';
import type { Connection } from '../database.ts';
import { readSign, type StoredSign, signColumns, signValues } from './missed-row.ts';
import { createOpenSigns, type PlacedSign } from './open-signs.ts';

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
  /** What follows for the numbers of each ending. */
  entries(profileKey: number, endings: readonly string[]): readonly MissedEntry[];
  markSeen(profileKey: number, sinceMs: number): void;
  /** Which of them wait is told anew. */
  refresh(profileKey: number, ending: string): void;
  /** Of calls that are removed, by their ids. */
  forget(callIds: readonly string[]): void;
  forgetOld(): void;
}

/** Beyond it those that were asked for long ago are forgotten with the others. */
const mostKnown = 5000;

const saveSql = `
  INSERT INTO missed_signs (call_id, profile_key, ending, kind, number, at_ms, by, came_in, outcome, queue, waited_seconds)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (call_id) DO UPDATE SET profile_key = excluded.profile_key, ending = excluded.ending, kind = excluded.kind,
    number = excluded.number, at_ms = excluded.at_ms, by = excluded.by, came_in = excluded.came_in,
    outcome = excluded.outcome, queue = excluded.queue, waited_seconds = excluded.waited_seconds`;

export function createMissedSigns({ connection, clock }: { connection: Connection; clock: Clock }): MissedSigns {
  const select = connection.prepare(`SELECT ${signColumns}, profile_key, ending FROM missed_signs WHERE call_id = ?`);
  const save = connection.prepare(saveSql);
  const remove = connection.prepare('DELETE FROM missed_signs WHERE call_id = ?');
  const selectEndings = connection.prepare(`SELECT ${signColumns}, ending FROM json_each(?) AS wanted
    CROSS JOIN missed_signs ON profile_key = ? AND ending = wanted.value`);
  const mark = connection.prepare(
    `UPDATE missed_signs SET seen = 1 WHERE profile_key = ? AND kind = 'missed' AND at_ms >= ? AND seen = 0`,
  );
  const removeKnown = connection.prepare(
    'DELETE FROM missed_signs WHERE call_id = ? RETURNING profile_key, ending, kind',
  );
  const removeOld = connection.prepare('DELETE FROM missed_signs WHERE at_ms < ?');

  const openSigns = createOpenSigns(connection);
  // Each change of a call asks for all numbers that wait, and changes at most one of them.
  const known = new Map<string, readonly MissedEntry[]>();
  const nameOf = (profileKey: number, ending: string) => `${profileKey} ${ending}`;
  const conclude = (profileKey: number, endings: readonly string[]) => {
    const signs = new Map<string, StoredSign[]>(endings.map((ending) => [ending, []]));
    for (const row of selectEndings.all(JSON.stringify(endings), profileKey)) {
      const sign = readSign(row);
      if (sign !== null) signs.get((row as { readonly ending: string }).ending)?.push(sign);
    }
    for (const [ending, some] of signs) known.set(nameOf(profileKey, ending), missedEntries(some));
  };
  const refresh = (profileKey: number, ending: string) => {
    known.delete(nameOf(profileKey, ending));
    openSigns.refresh(profileKey, ending);
  };
  const note = (callId: string, profileKey: number, sign: MissedSign | null) => {
    const id = toColumnText(callId);
    const row: unknown = select.get(id);
    const before = readPlaced(row);
    const isOld = sign === null || sign.atMs < clock() - keptMs;
    if (row === undefined ? isOld : before !== null && sign !== null && isSame(before, sign)) return;
    if (sign === null) remove.run(id);
    else save.run(id, profileKey, ...signValues(sign));
    const after = sign === null ? null : readPlaced(select.get(id));
    openSigns.noted(before, after);
    for (const placed of [before, after]) {
      if (placed !== null) known.delete(nameOf(placed.profileKey, placed.ending));
    }
  };
  return {
    noteCall: (call, profileKey) => note(call.id, profileKey, signOfCall(call)),
    note,
    ofEnding: openSigns.ofEnding,
    entries(profileKey, endings) {
      const unknown = endings.filter((ending) => !known.has(nameOf(profileKey, ending)));
      if (unknown.length > 0) {
        if (known.size > mostKnown) known.clear();
        conclude(profileKey, known.size === 0 ? endings : unknown);
      }
      return endings.flatMap((ending) => known.get(nameOf(profileKey, ending)) ?? []);
    },
    markSeen(profileKey, sinceMs) {
      if (mark.run(profileKey, sinceMs).changes > 0) known.clear();
    },
    refresh,
    forget(callIds) {
      const talkedWith = new Map<string, PlaceOfRow>();
      for (const id of callIds) {
        const row = removeKnown.get(toColumnText(id)) as (PlaceOfRow & { readonly kind: string | null }) | undefined;
        if (row === undefined) continue;
        const name = nameOf(row.profile_key, row.ending);
        known.delete(name);
        if (row.kind === 'talk') talkedWith.set(name, row);
      }
      for (const { profile_key, ending } of talkedWith.values()) openSigns.refresh(profile_key, ending);
    },
    forgetOld() {
      known.clear();
      removeOld.run(clock() - keptMs);
    },
  };
}

interface PlaceOfRow {
  readonly profile_key: number;
  readonly ending: string;
}

function readPlaced(row: unknown): PlacedSign | null {
  const sign = readSign(row);
  if (sign === null) return null;
  const { profile_key, ending } = row as PlaceOfRow;
  return { ...sign, profileKey: profile_key, ending };
}

function isSame(known: StoredSign, sign: MissedSign): boolean {
  return JSON.stringify(signValues(known)) === JSON.stringify(signValues(sign));
}
