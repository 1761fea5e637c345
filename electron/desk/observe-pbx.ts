import type { DialerError } from '../../shared/errors.ts';
import type { Result } from '../../shared/result.ts';
import type { Pbx } from '../calls/ports.ts';
import type { PbxDirectory } from '../directory/pbx/ports.ts';
import type { DownloadRecording } from '../recordings/ports.ts';
import type { ConnectionMonitor } from './connection-monitor.ts';

/** Answers that say no: the PBX was reached and understood, it only does not do this. */
const refusals: ReadonlySet<DialerError['code']> = new Set([
  'pbx-refused',
  'pbx-access-denied',
  'pbx-service-missing',
  'pbx-method-not-allowed',
]);

/** What every request would meet, whatever it asks for. */
const inTheWay: ReadonlySet<DialerError['code']> = new Set([
  'computer-offline',
  'pbx-name-not-found',
  'pbx-unreachable',
  'pbx-connection-refused',
  'pbx-bad-certificate',
  'pbx-certificate-changed',
  'pbx-tls-failed',
  'pbx-credentials-missing',
  'pbx-credentials-wrong',
  'pbx-ip-not-permitted',
]);

/** Perhaps the PBX, perhaps this one service alone: a ping tells. */
const inDoubt: ReadonlySet<DialerError['code']> = new Set(['pbx-timeout', 'pbx-connection-lost']);

/**
 * Lets the monitor learn from each request, which tells sooner than the next ping. What the connection checks do they tell it
 * themselves.
 */
export function observePbx<
  T extends Pbx & { readonly directory: PbxDirectory; readonly downloadRecording: DownloadRecording },
>(pbx: T, monitor: Pick<ConnectionMonitor, 'observer' | 'quietObserver' | 'status' | 'doubt'>): T {
  const { directory } = pbx;
  const watch = async <V, E extends DialerError>(request: () => Promise<Result<V, E>>): Promise<Result<V, E>> => {
    const note = monitor.quietObserver();
    const answer = await request();
    if (answer.ok || refusals.has(answer.error.code)) {
      // What a ping was refused for is refused again to the next one.
      const status = monitor.status();
      if (status.state !== 'failed' || !refusals.has(status.error.code)) note(null);
    } else if (inTheWay.has(answer.error.code) || isUnanswered(answer.error)) note(answer.error);
    else if (inDoubt.has(answer.error.code)) monitor.doubt();
    return answer;
  };
  return {
    ...pbx,
    ping: async () => {
      const note = monitor.observer();
      const answer = await pbx.ping();
      if (answer.ok) note(null, answer.value);
      else note(answer.error);
      return answer;
    },
    originate: async (request) => {
      const note = monitor.observer();
      const answer = await pbx.originate(request);
      const reached = answer.outcome === 'accepted' || refusals.has(answer.error.code);
      note(reached ? null : answer.error);
      return answer;
    },
    listTrunks: () => watch(pbx.listTrunks),
    searchCallRecords: (query) => watch(() => pbx.searchCallRecords(query)),
    downloadRecording: (file, sink, signal) => watch(() => pbx.downloadRecording(file, sink, signal)),
    listCallRecords: (query) => watch(() => pbx.listCallRecords(query)),
    directory: {
      listUsers: () => watch(directory.listUsers),
      listQueues: () => watch(directory.listQueues),
      listContacts: (onPage) => watch(() => directory.listContacts(onPage)),
      listBlacklist: () => watch(directory.listBlacklist),
      pauseAgent: (queue, agent) => watch(() => directory.pauseAgent(queue, agent)),
      resumeAgent: (queue, agent) => watch(() => directory.resumeAgent(queue, agent)),
    },
  };
}

function isUnanswered(error: DialerError): boolean {
  return error.code === 'pbx-timeout' && error.phase === 'connect';
}
