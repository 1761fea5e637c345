import { z } from 'zod';
import type { Call } from '../../../shared/domain/call.ts';
import { callDisposition, callEnd, callTrunkName, talkSeconds } from '../../../shared/domain/call-view.ts';
import { callSchema } from '../../../shared/ipc/call-schema.ts';
import { fail, type Result, succeed } from '../../../shared/result.ts';
import { fromColumnText, toColumnNumber, toColumnText } from '../column-text.ts';
import { type CallColumns, readFacts, writeFacts } from './call-facts.ts';

/** A call as its row holds it, without the numbers that stand for call and profile. */
export interface CallRow {
  readonly id: string;
  readonly startedAtMs: number;
  readonly caller: string;
  readonly callee: string;
  readonly direction: string;
  readonly originatedHere: number;
  readonly originatedCallId: string | null;
  readonly ended: number;
  readonly disposition: string | null;
  readonly talkSeconds: number | null;
  readonly trunkName: string | null;
  readonly facts: string;
}

/** Of `calls` and `profiles`: what a call is read from. */
export const callColumns = `calls.id, profiles.name AS profile, started_at_ms, caller, callee, direction, originated_here,
    originated_call_id, disposition, trunk_name, facts`;

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
    id: toColumnText(call.id),
    startedAtMs: columns.startedAtMs,
    caller: toColumnText(call.caller),
    callee: toColumnText(call.callee),
    direction: call.direction,
    originatedHere: call.outcome === 'none' ? 0 : 1,
    originatedCallId: toNullableText(call.originatedCallId),
    ended: callEnd(call) === null ? 0 : 1,
    disposition: columns.disposition,
    talkSeconds: talkSeconds(call),
    trunkName: toNullableText(columns.trunkName),
    facts: writeFacts(call, columns),
  };
}

/** Ids are shortened where they are stored, so also where they are looked for. */
export function toIdColumn(id: string): string {
  return toColumnText(id.slice(0, longestText));
}

const columnText = z.string().transform(fromColumnText);

const rowSchema = z.object({
  id: columnText,
  profile: columnText,
  started_at_ms: z.number(),
  caller: columnText,
  callee: columnText,
  direction: z.string(),
  originated_here: z.literal([0, 1]),
  originated_call_id: columnText.nullable(),
  disposition: z.string().nullable(),
  trunk_name: columnText.nullable(),
  facts: z.string(),
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
      originatedCallId: data.originated_call_id,
      ...readFacts(data.facts, columns, data.originated_here === 1),
    });
    return call.success ? succeed(call.data) : fail(call.error.message);
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}

/** The PBX sets no limit to a name; a call that the rest of the program refuses to take back would be worse than a cut one. */
function withTextsThatFit(call: Call): Call {
  if (callSchema.safeParse(call).success) return call;
  const cut = (key: string, value: unknown) =>
    typeof value === 'string' ? value.slice(0, key === 'outcomeMessage' ? longestMessage : longestText) : value;
  return JSON.parse(JSON.stringify(call, cut)) as Call;
}

function toNullableText(text: string | null): string | null {
  return text === null ? null : toColumnText(text);
}
