import { type FinishedCall, recordFileOf } from './finished-call.ts';

interface SeedCall {
  readonly hoursAgo: number;
  readonly callType: FinishedCall['callType'];
  readonly caller: string;
  readonly callee: string;
  readonly disposition: FinishedCall['disposition'];
  readonly waitSeconds: number;
  readonly talkSeconds: number;
  readonly trunk?: string;
  readonly recorded?: true;
}

const seeds: readonly SeedCall[] = [
  call(98, 'outgoing', '557', '09120001006', 'ANSWERED', 9, 214, { trunk: 'MCI', recorded: true }),
  call(75, 'incoming', '09120001002', '557', 'ANSWERED', 6, 341, { trunk: 'MCI', recorded: true }),
  call(74, 'outgoing', '557', '09350001004', 'BUSY', 4, 0, { trunk: 'Irancell' }),
  call(51, 'incoming', '02188001008', '557', 'NO ANSWER', 30, 0, { trunk: 'Shatel' }),
  call(50, 'outgoing', '557', '02188001008', 'ANSWERED', 11, 67, { trunk: 'Shatel' }),
  call(28, 'local', '557', '558', 'ANSWERED', 3, 42),
  call(27, 'outgoing', '551', '09370001021', 'ANSWERED', 14, 128, { trunk: 'MCI' }),
  call(26, 'outgoing', '557', '09120001019', 'NO ANSWER', 30, 0, { trunk: 'MCI' }),
  call(5, 'outgoing', '557', '09390001033', 'FAILED', 1, 0, { trunk: 'Irancell' }),
  call(3, 'local', '554', '557', 'ANSWERED', 2, 18),
  call(2, 'incoming', '09120001031', '557', 'ANSWERED', 8, 95, { trunk: 'MCI', recorded: true }),
];

/** Calls of the last days, so that reports are not empty when the PBX starts. */
export function seedCalls(nowMs: number): readonly FinishedCall[] {
  return seeds.map((seed, index) => {
    const startedAtMs = nowMs - seed.hoursAgo * 3_600_000 - (index * 7 + 3) * 61_000;
    const answeredAtMs = seed.disposition === 'ANSWERED' ? startedAtMs + seed.waitSeconds * 1000 : null;
    const pbxCallId = `${Math.floor(startedAtMs / 1000)}.${100 + index * 2}`;
    const trunk = seed.trunk ?? '';
    return {
      pbxCallId,
      callType: seed.callType,
      caller: seed.caller,
      callee: seed.callee,
      disposition: seed.disposition,
      startedAtMs,
      answeredAtMs,
      endedAtMs: startedAtMs + (seed.waitSeconds + seed.talkSeconds) * 1000,
      waitSeconds: seed.waitSeconds,
      talkSeconds: seed.talkSeconds,
      recordFile: seed.recorded === true ? recordFileOf(pbxCallId, startedAtMs) : '',
      entryPoint: seed.callType === 'incoming' ? trunk : '',
      outgoingPoint: seed.callType === 'outgoing' ? trunk : '',
      survey: null,
    };
  });
}

function call(
  hoursAgo: number,
  callType: SeedCall['callType'],
  caller: string,
  callee: string,
  disposition: SeedCall['disposition'],
  waitSeconds: number,
  talkSeconds: number,
  rest: Pick<SeedCall, 'trunk' | 'recorded'> = {},
): SeedCall {
  return { hoursAgo, callType, caller, callee, disposition, waitSeconds, talkSeconds, ...rest };
}
