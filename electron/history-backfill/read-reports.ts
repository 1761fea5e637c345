import type { TimeSpan } from '../../shared/domain/history/history-gap.ts';
import type { PbxError } from '../../shared/errors.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import type { CallRecordPageQuery, FoundCallRecord, Pbx } from '../calls/ports.ts';

/** The reports are asked beside the work of a call centre. */
const pauseMs = 150;
/** Before another try of what may go well the next time. */
const retriesMs = [1000, 4000, 15_000] as const;
const longestRetryMs = 60_000;

const mayGoWell: ReadonlySet<PbxError['code']> = new Set([
  'pbx-timeout',
  'pbx-connection-lost',
  'pbx-server-error',
  'pbx-rate-limited',
]);

export interface ReportReader {
  /** One request at a time; null: it was given up. */
  read(
    span: TimeSpan,
    party: string,
    onPage: (found: readonly FoundCallRecord[]) => Promise<void>,
    signal: AbortSignal,
  ): Promise<Result<null, PbxError> | null>;
}

export function createReportReader(deps: {
  readonly pbx: Pick<Pbx, 'listCallRecords'>;
  /** Resolves when no call is just being asked for: that goes first. */
  readonly callsPlaced: () => Promise<void>;
  /** Resolves after that time, or when it is given up. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
}): ReportReader {
  const ask = async (query: CallRecordPageQuery, signal: AbortSignal) => {
    for (let tries = 0; ; tries += 1) {
      await deps.callsPlaced();
      if (signal.aborted) return null;
      const answer = await unlessAborted(deps.pbx.listCallRecords(query), signal);
      if (answer === null || answer.ok || !mayGoWell.has(answer.error.code)) return answer;
      const waitMs = retriesMs[tries];
      if (waitMs === undefined) return answer;
      await deps.sleep(Math.max(waitMs, askedToWaitMs(answer.error)), signal);
    }
  };

  return {
    async read(span, party, onPage, signal) {
      for (const side of ['caller', 'callee'] as const) {
        let first = '';
        for (let start = 0; ; ) {
          const page = await ask({ ...span, party, side, start }, signal);
          if (page === null) return null;
          if (!page.ok) return fail(page.error);
          const { found, rows, total } = page.value;
          // A server that knows no pages sends the same one for ever.
          const beginning = JSON.stringify(found.slice(0, 3));
          if (rows === 0 || (start > 0 && found.length > 0 && beginning === first)) break;
          first = beginning;
          await onPage(found);
          if (signal.aborted) return null;
          start += rows;
          await deps.sleep(pauseMs, signal);
          if (total !== null && start >= total) break;
        }
      }
      return signal.aborted ? null : succeed(null);
    },
  };
}

function askedToWaitMs(error: PbxError): number {
  const seconds = error.code === 'pbx-rate-limited' ? (error.retryAfterSeconds ?? 0) : 0;
  return Math.min(seconds * 1000, longestRetryMs);
}

/** An answer that nobody waits for any more is not waited for. */
function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T | null> {
  return new Promise((resolve, reject) => {
    const leave = () => resolve(null);
    signal.addEventListener('abort', leave, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
  });
}
