import type { Call } from '../../../shared/domain/call.ts';
import { callDisposition, callEnd, callTrunkName, talkSeconds } from '../../../shared/domain/call-view.ts';
import { directions } from '../../../shared/domain/disposition.ts';
import { callSchema } from '../../../shared/ipc/call-schema.ts';
import { fail, type Result, succeed } from '../../../shared/result.ts';
import { fromColumnText, toColumnNumber, toColumnText } from '../column-text.ts';
import { type CallColumns, longestMessage, longestText, writeFacts } from './call-facts.ts';
import { fromIdValue, idHash, toIdValue } from './id-columns.ts';
import { packFacts, unpackFacts } from './packed-facts.ts';
import { numberOf, oneOf, readFacts, textOf } from './read-facts.ts';
import { waitedOf } from './waited-column.ts';

/** A call as its row holds it, without the numbers that stand for call, kind and trunk. */
export interface CallRow {
  readonly id: Uint8Array | string;
  readonly startedAtMs: number;
  readonly caller: string;
  readonly callee: string;
  readonly direction: string;
  readonly originatedHere: number;
  readonly disposition: string | null;
  readonly ended: number;
  readonly trunkName: string | null;
  readonly talkSeconds: number | null;
  /** See waited-column.ts. */
  readonly waited: number | null;
  readonly originatedHash: number | null;
  readonly pbxHashes: readonly number[];
  readonly facts: Uint8Array;
}

/** What a call is read from; of `callsWithAll`. */
export const callColumns = `calls.key, calls.id, profiles.name AS profile, calls.started_at_ms, calls.caller, calls.callee,
    kinds.direction, kinds.originated_here, kinds.disposition, trunks.word AS trunk_name, calls.facts`;

/** Rows of calls are looked up first, what they refer to afterwards. */
export const callReferences = `CROSS JOIN call_kinds AS kinds ON kinds.key = calls.kind_key
    CROSS JOIN profiles ON profiles.key = kinds.profile_key LEFT JOIN call_words AS trunks ON trunks.key = calls.trunk_key`;

/** By this one a call is found; its whole id is compared then. */
export const idEnding = 'substr(calls.id, -6)';

export function toCallRow(original: Call): CallRow {
  const call = withTextsThatFit(original);
  const columns: CallColumns = {
    startedAtMs: toColumnNumber(call.startedAtMs),
    caller: call.caller,
    callee: call.callee,
    direction: call.direction,
    disposition: callDisposition(call),
    trunkName: callTrunkName(call),
  };
  return {
    id: toIdValue(call.id),
    startedAtMs: columns.startedAtMs,
    caller: toColumnText(call.caller),
    callee: toColumnText(call.callee),
    direction: call.direction,
    originatedHere: call.outcome === 'none' ? 0 : 1,
    disposition: columns.disposition,
    ended: callEnd(call) === null ? 0 : 1,
    trunkName: columns.trunkName === null ? null : toColumnText(columns.trunkName),
    talkSeconds: talkSeconds(call),
    waited: waitedOf(call),
    originatedHash: call.originatedCallId === null ? null : idHash(call.originatedCallId),
    pbxHashes: [...new Set(call.pbxCallIds.map(idHash))],
    facts: packFacts(writeFacts(call, columns)),
  };
}

/** As it comes from SQLite, which keeps to no types. */
type StoredRow = Readonly<Record<string, unknown>>;

export function readCallRow(row: unknown): Result<Call, string> {
  try {
    return succeed(toCall(row as StoredRow));
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}

/** Throws where anything is not as it was written. */
function toCall(row: StoredRow): Call {
  const columns = {
    startedAtMs: numberOf(row['started_at_ms']),
    caller: columnText(row['caller']),
    callee: columnText(row['callee']),
    direction: oneOf(directions, row['direction']),
    disposition: row['disposition'] === null ? null : textOf(row['disposition']),
    trunkName: row['trunk_name'] === null ? null : columnText(row['trunk_name']),
  };
  const { id, facts, originated_here } = row;
  if (!(facts instanceof Uint8Array)) throw new TypeError('The facts are no bytes');
  if (originated_here !== 0 && originated_here !== 1) throw new TypeError('The kind of the call has other values');
  return {
    id: columnText(id instanceof Uint8Array ? fromIdValue(id) : id),
    profile: columnText(row['profile']),
    startedAtMs: columns.startedAtMs,
    direction: columns.direction,
    caller: columns.caller,
    callee: columns.callee,
    ...readFacts(unpackFacts(facts), columns, originated_here === 1),
  };
}

function columnText(stored: unknown): string {
  if (typeof stored !== 'string') throw new TypeError('A text is none');
  return textOf(fromColumnText(stored));
}

/** The id of a row in words, also of one that cannot be read. */
export function rowId(row: unknown): string {
  const { id } = row as { id?: unknown };
  return id instanceof Uint8Array ? fromIdValue(id) : String(id);
}

/** The PBX sets no limit to a name; a call that the rest of the program refuses to take back would be worse than a cut one. */
function withTextsThatFit(call: Call): Call {
  if (callSchema.safeParse(call).success) return call;
  const cut = (key: string, value: unknown) =>
    typeof value === 'string' ? value.slice(0, key === 'outcomeMessage' ? longestMessage : longestText) : value;
  return JSON.parse(JSON.stringify(call, cut)) as Call;
}
