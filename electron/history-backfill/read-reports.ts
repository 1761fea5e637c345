import type { TimeSpan } from '../../shared/domain/history/history-gap.ts';
import type { PbxError } from '../../shared/errors.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import type { CallRecordPageQuery, FoundCallRecord, Pbx } from '../calls/ports.ts';

/** The reports are asked beside the work of a call centre. */
const pauseMs = 150;
/** More calls nobody has in the time that is asked for at once. */
const mostPages = 300;
/** Before another try of what may go well the next time. */
const retriesMs = [1000, 4000, 15_000] as const;
const longestRetryMs = 60_000;
/** More often than that a report does not change by chance. */
const mostRestarts = 3;

const mayGoWell: ReadonlySet<PbxError['code']> = new Set([
  'pbx-timeout',
  'pbx-connection-lost',
  'pbx-server-error',
  'pbx-rate-limited',
]);

export interface ReportReader {
  /**
   * One request at a time; null: it was given up. A number: there are so many and thus more than `most`, and what was read of
   * them is not all. `onWait` is told before and after a longer wait for a PBX that failed or asked for it.
   */
  read(
    span: TimeSpan,
    party: string,
    onPage: (found: readonly FoundCallRecord[]) => Promise<void>,
    signal: AbortSignal,
    most?: number,
    onWait?: (waits: boolean) => void,
  ): Promise<Result<number | null, PbxError> | null>;
}

export function createReportReader(deps: {
  readonly pbx: Pick<Pbx, 'listCallRecords'>;
  /** Resolves when no call is just being asked for: that goes first. */
  readonly callsPlaced: () => Promise<void>;
  /** Resolves after that time, or when it is given up. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
}): ReportReader {
  const ask = async (query: CallRecordPageQuery, signal: AbortSignal, onWait: (waits: boolean) => void) => {
    for (let tries = 0; ; tries += 1) {
      await deps.callsPlaced();
      if (signal.aborted) return null;
      const answer = await unlessAborted(deps.pbx.listCallRecords(query), signal);
      if (answer === null || answer.ok || !mayGoWell.has(answer.error.code)) return answer;
      const waitMs = retriesMs[tries];
      if (waitMs === undefined) return fail(inTime(answer.error));
      onWait(true);
      await deps.sleep(Math.max(waitMs, askedToWaitMs(answer.error)), signal);
      onWait(false);
    }
  };

  const readSide = async (
    query: Omit<CallRecordPageQuery, 'start'>,
    onPage: (found: readonly FoundCallRecord[]) => Promise<void>,
    signal: AbortSignal,
    most: number,
    onWait: (waits: boolean) => void,
  ): Promise<Result<number | null, PbxError> | null> => {
    let first = '';
    let told: number | null = null;
    let restarts = 0;
    for (let start = 0, pages = 0; ; pages += 1) {
      // A server that knows no pages, and tells of others alone.
      if (pages === mostPages) return fail({ code: 'pbx-answer-unreadable', status: 200 });
      const page = await ask({ ...query, start }, signal, onWait);
      if (page === null) return null;
      if (!page.ok) return fail(page.error);
      const { found, rows, total } = page.value;
      // Where rows went away meanwhile, others moved into pages that were read before.
      if (start > 0 && told !== null && total !== null && total < told) {
        if (restarts === mostRestarts) return fail({ code: 'pbx-answer-unreadable', status: 200 });
        restarts += 1;
        start = 0;
        told = null;
        await deps.sleep(pauseMs, signal);
        continue;
      }
      if (start === 0 && total !== null && total > most) return succeed(total);
      told = total;
      // A server that knows no pages sends the same one for ever.
      const beginning = JSON.stringify(found.slice(0, 3));
      if (rows === 0 || (start > 0 && found.length > 0 && beginning === first)) return succeed(null);
      first = beginning;
      await onPage(found);
      if (signal.aborted) return null;
      start += rows;
      await deps.sleep(pauseMs, signal);
      if (total !== null && start >= total) return succeed(null);
    }
  };

  return {
    async read(span, party, onPage, signal, most = Number.POSITIVE_INFINITY, onWait = () => undefined) {
      for (const side of ['caller', 'callee'] as const) {
        const answer = await readSide({ ...span, party, side }, onPage, signal, most, onWait);
        if (answer?.ok !== true || answer.value !== null) return answer;
      }
      return signal.aborted ? null : succeed(null);
    },
  };
}

/** A PBX that was reached and does not find it in time is asked no sooner because it can be reached. */
function inTime(error: PbxError): PbxError {
  return error.code === 'pbx-timeout' && error.phase !== 'connect' ? { code: 'reports-slow', host: error.host } : error;
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
