import type { CallWork } from '../../shared/domain/after-call/call-work.ts';
import type { Call } from '../../shared/domain/call.ts';
import {
  callEnd,
  callEnding,
  callQueue,
  callTrunkName,
  finalRecord,
  otherParty,
  recordingFiles,
  surveyLabel,
  surveyScore,
  talkSeconds,
} from '../../shared/domain/call-view.ts';
import type { ExportedCall } from '../../shared/domain/history/exported-call.ts';

/** What a file says that the call itself does not know. */
export interface ExportKnowledge {
  time(atMs: number): string;
  /** Empty: nobody's. */
  nameOf(number: string): string;
  profileName(id: string): string;
  /** What the agent chose, in words. */
  outcomeName(code: string): string;
}

export function exportCall(call: Call, work: CallWork | null, known: ExportKnowledge): ExportedCall {
  const record = finalRecord(call);
  const number = otherParty(call);
  const time = (atMs: number | null) => (atMs === null ? null : known.time(atMs));
  return {
    id: call.id,
    profile: known.profileName(call.profile),
    startedAt: known.time(call.startedAtMs),
    endedAt: time(callEnd(call)?.atMs ?? null),
    direction: call.direction,
    result: callEnding(call),
    number,
    name: number === '' ? '' : known.nameOf(number),
    caller: call.caller,
    callee: call.callee,
    dialled: call.dialled,
    trunk: callTrunkName(call),
    queue: callQueue(call),
    waitSeconds: record?.waitSeconds ?? null,
    talkSeconds: talkSeconds(call),
    totalSeconds: record?.totalSeconds ?? null,
    outcome: work === null || work.outcome === null ? null : known.outcomeName(work.outcome),
    tags: work?.tags ?? [],
    note: work?.note ?? '',
    followUpAt: time(work?.followUpAtMs ?? null),
    followUpDoneAt: time(work?.followUpDoneAtMs ?? null),
    surveyScore: surveyScore(call),
    surveyLabel: surveyLabel(call),
    recordings: recordingFiles(call),
    pbxCallIds: call.pbxCallIds,
  };
}
