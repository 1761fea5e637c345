import { audioKind, leadingBytes } from '../../shared/domain/recording/audio-kind.ts';
import type { DialerError } from '../../shared/errors.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import type { DownloadRecording, RecordingSink } from '../recordings/ports.ts';
import type { FetchTimeouts } from './guarded-fetch.ts';
import type { BodyTaker, OpenSession, ServiceResult } from './pbx-session.ts';
import { pbxServices } from './pbx-wire.ts';
import type { AnswerHead } from './receive-answer.ts';

/** Three and a half hours of what takes most room, telephone sound without any compression. */
const longestRecordingBytes = 200 * 1024 * 1024;
/** What a PBX says in place of a recording is read no further. */
const longestWords = 64 * 1024;

/** A PBX may have to look for the file, and lines may be slow; one that stands still is given up. */
export const recordingTimeouts: FetchTimeouts = {
  connectMs: 3_000,
  answerMs: 30_000,
  totalMs: 15 * 60_000,
  idleMs: 15_000,
};

/** The bytes come as they are, without the form of other answers; only a refusal has that. */
export function createRecordingDownload(open: OpenSession, maxBytes = longestRecordingBytes): DownloadRecording {
  return async (file, sink, signal) => {
    const session = open();
    if (!session.ok) return session;
    const body = sortBody(sink);
    const result = await session.value.stream(pbxServices.audio, { file }, body.taker(maxBytes, signal));
    // Nothing is wrong with the PBX then.
    if (signal.aborted || body.isRefused()) return fail({ code: 'recording-broke-off' });
    if (body.isEmpty() && result.ok) return fail({ code: 'recording-empty' });
    return toOutcome(result, body.isOther(), maxBytes);
  };
}

function toOutcome(result: ServiceResult, other: boolean, maxBytes: number): Result<null, DialerError> {
  if (result.ok) return other ? fail({ code: 'recording-not-audio' }) : succeed(null);
  const { error } = result;
  if (error.code === 'pbx-answer-too-large' && !other) {
    return fail({ code: 'recording-too-large', megabytes: Math.floor(maxBytes / 1024 / 1024) });
  }
  // A success that is neither audio nor an answer of the API, or that goes on and on in words.
  const unreadable = 'status' in error ? error.status === 200 : error.code === 'pbx-connection-lost';
  return fail(other && unreadable ? { code: 'recording-not-audio' } : error);
}

/** Holds the beginning back until it tells what it is; what is audio goes on to the sink, anything else is kept as words. */
function sortBody(sink: RecordingSink) {
  let held: Buffer[] = [];
  let length = 0;
  let sorted: 'audio' | 'other' | null = null;
  let refused = false;
  let head: AnswerHead = { contentType: '', length: null };
  const passOn = async (piece: Uint8Array): Promise<boolean> => {
    refused = !(await sink.write(piece));
    return !refused;
  };
  const sort = async (): Promise<boolean> => {
    const start = Buffer.concat(held);
    const kind = audioKind(start, head.contentType);
    sorted = kind === null ? 'other' : 'audio';
    if (kind === null) return true;
    held = [];
    refused = !(await sink.begin(kind, head.length));
    return !refused && passOn(start);
  };
  return {
    isEmpty: () => length === 0,
    isRefused: () => refused,
    isOther: () => sorted === 'other',
    taker: (maxBodyBytes: number, signal: AbortSignal): BodyTaker => ({
      maxBodyBytes,
      signal,
      async receive(piece, answerHead) {
        head = answerHead;
        length += piece.length;
        if (sorted === 'audio') return passOn(piece);
        held.push(piece);
        if (sorted === null && length >= leadingBytes && !(await sort())) return false;
        return sorted !== 'other' || length <= longestWords;
      },
      async untaken() {
        if (sorted === null && length > 0) await sort();
        return sorted === 'other' ? Buffer.concat(held) : null;
      },
    }),
  };
}
