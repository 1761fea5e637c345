import { directoryTrunks } from './directory-trunks.ts';
import { demoAgent } from './directory-users.ts';
import { type FinishedCall, type ReportSpelling, recordFileOf } from './finished-call.ts';

/** Calls that took place while nobody listened. */
export interface CallsMeanwhile {
  readonly count: number;
  readonly fromMs: number;
  readonly toMs: number;
}

const spellings: readonly (ReportSpelling | undefined)[] = [undefined, 'old-id', 'gregorian', 'mongo'];
const endings: readonly FinishedCall['disposition'][] = ['ANSWERED', 'ANSWERED', 'NO ANSWER', 'ANSWERED', 'BUSY'];
const colleagues = ['551', '554', '558'];
/** Every seventh call is none of the agent's. */
const foreignEach = 7;

/** Evenly over the time, the same ones each time it is asked for the same: calls in, out and between colleagues, in all spellings. */
export function callsMeanwhile({ count, fromMs, toMs }: CallsMeanwhile): readonly FinishedCall[] {
  const stepMs = (toMs - fromMs) / count;
  return Array.from({ length: count }, (_, index) => callAt(index, Math.floor(fromMs + index * stepMs), stepMs));
}

function callAt(index: number, startedAtMs: number, longestMs: number): FinishedCall {
  const pbxCallId = `${Math.floor(startedAtMs / 1000)}.${500_000 + index * 2}`;
  const disposition = endings[index % endings.length] ?? 'ANSWERED';
  const answered = disposition === 'ANSWERED';
  const waitSeconds = 2 + (index % 9);
  // None lasts into the time in which somebody listens again.
  const mostSeconds = Math.max(1, Math.floor(longestMs / 1000) - waitSeconds);
  const talkSeconds = answered ? Math.min(mostSeconds, 5 + ((index * 37) % 400)) : 0;
  const callType = (['outgoing', 'incoming', 'outgoing', 'local'] as const)[index % 4] ?? 'outgoing';
  const agent = index % foreignEach === foreignEach - 1 ? '551' : demoAgent.number;
  const outside = `0912${String(3_000_000 + ((index * 7919) % 900_000))}`;
  const other = callType === 'local' ? (colleagues[index % colleagues.length] ?? '558') : outside;
  const trunk = directoryTrunks[index % directoryTrunks.length]?.name ?? '';
  const spelling = spellings[(index >> 2) % spellings.length];
  return {
    pbxCallId,
    callType,
    caller: callType === 'incoming' ? other : agent,
    callee: callType === 'incoming' ? agent : other,
    disposition,
    startedAtMs,
    answeredAtMs: answered ? startedAtMs + waitSeconds * 1000 : null,
    endedAtMs: startedAtMs + (waitSeconds + talkSeconds) * 1000,
    waitSeconds,
    talkSeconds,
    recordFile: answered && index % 6 === 0 ? recordFileOf(pbxCallId, startedAtMs) : '',
    entryPoint: callType === 'incoming' ? trunk : '',
    outgoingPoint: callType === 'outgoing' ? trunk : '',
    survey: null,
    ...(spelling === undefined ? {} : { written: spelling }),
  };
}
