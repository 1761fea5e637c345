import { z } from 'zod';
import type { Call } from '../../../shared/domain/call.ts';
import { callDisposition, callEnd, callTrunkName, talkSeconds } from '../../../shared/domain/call-view.ts';
import { callSchema } from '../../../shared/ipc/call-schema.ts';
import { fail, type Result, succeed } from '../../../shared/result.ts';
import { fromColumnText, toColumnNumber, toColumnText } from '../column-text.ts';
import { type CallColumns, readFacts, writeFacts } from './call-facts.ts';
import { fromIdValue, idHash, toIdValue } from './id-columns.ts';
import { packFacts, unpackFacts } from './packed-facts.ts';

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

const longestText = 256;
const longestMessage = 1024;

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
    originatedHash: call.originatedCallId === null ? null : idHash(call.originatedCallId),
    pbxHashes: [...new Set(call.pbxCallIds.map(idHash))],
    facts: packFacts(writeFacts(call, columns)),
  };
}

const columnText = z.string().transform(fromColumnText);

const rowSchema = z.object({
  id: z
    .custom<Uint8Array | string>((value) => typeof value === 'string' || value instanceof Uint8Array)
    .transform((value) => fromColumnText(fromIdValue(value))),
  profile: columnText,
  started_at_ms: z.number(),
  caller: columnText,
  callee: columnText,
  direction: z.string(),
  originated_here: z.literal([0, 1]),
  disposition: z.string().nullable(),
  trunk_name: columnText.nullable(),
  facts: z.instanceof(Uint8Array),
});

export function readCallRow(row: unknown): Result<Call, string> {
  const parsed = rowSchema.safeParse(row);
  if (!parsed.success) return fail(parsed.error.message);
  const { data } = parsed;
  const columns: CallColumns = {
    startedAtMs: data.started_at_ms,
    caller: data.caller,
    callee: data.callee,
    direction: data.direction,
    disposition: data.disposition,
    trunkName: data.trunk_name,
  };
  try {
    const call = callSchema.safeParse({
      id: data.id,
      profile: data.profile,
      startedAtMs: data.started_at_ms,
      direction: data.direction,
      caller: data.caller,
      callee: data.callee,
      ...readFacts(unpackFacts(data.facts), columns, data.originated_here === 1),
    });
    return call.success ? succeed(call.data) : fail(call.error.message);
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
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
