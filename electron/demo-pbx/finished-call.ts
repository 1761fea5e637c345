/** A call that is over, as the PBX's own books have it. */
export interface FinishedCall {
  readonly pbxCallId: string;
  readonly callType: 'outgoing' | 'incoming' | 'local';
  readonly caller: string;
  readonly callee: string;
  readonly disposition: 'ANSWERED' | 'NO ANSWER' | 'BUSY' | 'FAILED';
  readonly startedAtMs: number;
  readonly answeredAtMs: number | null;
  readonly endedAtMs: number;
  readonly waitSeconds: number;
  readonly talkSeconds: number;
  /** Empty when the call was not recorded. */
  readonly recordFile: string;
  readonly entryPoint: string;
  readonly outgoingPoint: string;
  readonly survey: Survey | null;
  /** How the reports write it; absent: as most servers do. */
  readonly written?: ReportSpelling;
}

/** `old-id`: under the name of older servers. `gregorian`, `mongo`: the form of its start. */
export type ReportSpelling = 'old-id' | 'gregorian' | 'mongo';

export interface Survey {
  readonly point: number;
  readonly label: string;
}

export function recordFileOf(pbxCallId: string, atMs: number): string {
  return `${new Date(atMs).toISOString().slice(0, 10).replaceAll('-', '')}_${pbxCallId}.wav`;
}
