import type { TrunkAnswer, TrunkQuestion } from '../calls/ports.ts';
import { firstText } from '../simotel-words/field-readers.ts';
import type { EventFields } from './event-body.ts';
import { readPbxCallId } from './event-names-wire.ts';

/** `data` and `app_name`, free words of the dial-plan component, tell nothing that we need. */
export function readTrunkQuestion(fields: EventFields): TrunkQuestion {
  return { caller: firstText(fields, 'src'), callee: firstText(fields, 'dst'), pbxCallId: readPbxCallId(fields) };
}

/** The component's answer as JSON: all values are strings, absent ones are left to the PBX. */
export function toTrunkReply(answer: TrunkAnswer | null): string {
  if (answer === null) return JSON.stringify({ ok: '0' });
  return JSON.stringify({
    ok: '1',
    ...(answer.trunkName === null ? {} : { trunk: answer.trunkName }),
    extension: answer.callee,
    ...(answer.callLimitSeconds === null ? {} : { call_limit: String(answer.callLimitSeconds) }),
  });
}
