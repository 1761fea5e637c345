import { sameNumber } from '../../../shared/domain/destination.ts';
import { openMissed } from '../../../shared/domain/missed/missed-entries.ts';
import { toColumnNumber, toColumnText } from '../column-text.ts';
import type { Connection } from '../database.ts';
import { readNumber, readParty, readSign, type StoredSign, signColumns } from './missed-row.ts';

/** A sign, and among which it is looked for. */
export type PlacedSign = StoredSign & { readonly profileKey: number; readonly ending: string };

/** Keeps which missed calls wait: `open`. */
export interface OpenSigns {
  /** Of numbers that end alike. */
  ofEnding(profileKey: number, ending: string): readonly StoredSign[];
  /** One sign was written. However many calls there are with its number, no more are looked at than those that wait and later talks. */
  noted(before: PlacedSign | null, after: PlacedSign | null): void;
  /** Of all numbers that end alike, anew. */
  refresh(profileKey: number, ending: string): void;
}

export function createOpenSigns(connection: Connection): OpenSigns {
  const selectEnding = connection.prepare(
    `SELECT ${signColumns} FROM missed_signs WHERE profile_key = ? AND ending = ?`,
  );
  const selectWaiting = connection.prepare(`SELECT call_id, number FROM missed_signs
    WHERE profile_key = ? AND ending = ? AND kind = 'missed' AND at_ms < ? AND open = 1`);
  const selectLaterTalks = connection.prepare(`SELECT DISTINCT number FROM missed_signs
    WHERE profile_key = ? AND ending = ? AND kind = 'talk' AND at_ms > ?`);
  const setOpen = connection.prepare('UPDATE missed_signs SET open = ? WHERE call_id = ?');

  const ofEnding = (profileKey: number, ending: string) =>
    selectEnding.all(profileKey, ending).flatMap((row) => readSign(row) ?? []);
  const refresh = (profileKey: number, ending: string) => {
    const signs = ofEnding(profileKey, ending);
    const open = openMissed(signs);
    for (const sign of signs) {
      if (sign.open !== open.has(sign.id)) setOpen.run(sign.open ? 0 : 1, toColumnText(sign.id));
    }
  };
  const closeBefore = (talk: PlacedSign) => {
    for (const row of selectWaiting.all(talk.profileKey, talk.ending, toColumnNumber(talk.atMs))) {
      const waiting = readParty(row);
      if (waiting !== null && sameNumber(waiting.number, talk.number)) setOpen.run(0, toColumnText(waiting.callId));
    }
  };
  const isTalkedWithLater = ({ profileKey, ending, number, atMs }: PlacedSign) =>
    selectLaterTalks.all(profileKey, ending, toColumnNumber(atMs)).some((row) => {
      const talkedWith = readNumber(row);
      return talkedWith !== null && sameNumber(talkedWith, number);
    });
  const waits = (sign: PlacedSign) => sign.kind === 'missed' && sign.byHandAtMs === null && !isTalkedWithLater(sign);
  return {
    ofEnding,
    noted(before, after) {
      // What a talk closed may wait again without it.
      if (before?.kind === 'talk' && !saysAsMuch(before, after)) refresh(before.profileKey, before.ending);
      if (after === null) return;
      if (after.open !== waits(after)) setOpen.run(after.open ? 0 : 1, toColumnText(after.id));
      if (after.kind === 'talk') closeBefore(after);
    },
    refresh,
  };
}

function saysAsMuch(before: PlacedSign, after: PlacedSign | null): boolean {
  return (
    after?.kind === 'talk' &&
    after.profileKey === before.profileKey &&
    after.number === before.number &&
    after.atMs >= before.atMs
  );
}
