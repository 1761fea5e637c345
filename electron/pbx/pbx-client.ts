import type { Trunk } from '../../shared/domain/trunk.ts';
import { fail, succeed } from '../../shared/result.ts';
import type { CallRecordPage, Clock, FoundCallRecord, OriginateAnswer, Pbx, PbxAccess } from '../calls/ports.ts';
import type { PbxDirectory } from '../directory/pbx/ports.ts';
import type { DownloadRecording } from '../recordings/ports.ts';
import { createApproach } from './approach.ts';
import { createDirectoryClient } from './directory-client.ts';
import { type FetchTimeouts, usualTimeouts } from './guarded-fetch.ts';
import { blameOwnNetwork, mayHaveBeenPlaced, toNetworkError } from './pbx-errors.ts';
import {
  addressOf,
  openSession,
  type PbxSession,
  readableOr,
  type ServiceMethod,
  type ServiceResult,
} from './pbx-session.ts';
import {
  parseOriginatedCallId,
  parseTrunks,
  pbxServices,
  probes,
  toOriginateBody,
  trunkSearchBody,
} from './pbx-wire.ts';
import { reachHost } from './reach-host.ts';
import { readPresentedCertificate } from './read-certificate.ts';
import { createRecordingDownload, recordingTimeouts } from './recording-download.ts';
import { parseCallRecordPage, parseCallRecords, toCallRecordPageBody, toCallRecordSearchBody } from './report-wire.ts';

/** Talks to a Simotel PBX. Settings and credentials are read for every request, nothing of them is kept. */
export function createPbxClient(deps: {
  readonly access: () => PbxAccess;
  readonly clock: Clock;
  readonly timeouts?: FetchTimeouts;
  /** Whether this computer has a network at all. */
  readonly hasNetwork?: () => boolean;
  readonly recordings?: { readonly timeouts?: FetchTimeouts; readonly maxBytes?: number };
}): Pbx & { readonly directory: PbxDirectory; readonly downloadRecording: DownloadRecording } {
  const { access, clock, timeouts = usualTimeouts, hasNetwork = () => true, recordings = {} } = deps;
  // Base addresses whose PBX takes PUT only.
  const putOnly = new Set<string>();
  const open = () => openSession(access(), { clock, timeouts, hasNetwork });
  const approach = createApproach();
  const openForCall = () => openSession(access(), { clock, timeouts, hasNetwork, connect: approach.take });
  const openForFiles = () =>
    openSession(access(), { clock, timeouts: recordings.timeouts ?? recordingTimeouts, hasNetwork });

  return {
    directory: createDirectoryClient(open),
    downloadRecording: createRecordingDownload(openForFiles, recordings.maxBytes),

    ping: async () => {
      const session = open();
      if (!session.ok) {
        return { ...session, understood: false, roundTripMs: 0 };
      }
      const beganMs = clock();
      const result = await session.value.call(pbxServices.ping, {});
      const roundTripMs = Math.max(0, clock() - beganMs);
      if (!result.ok) return { ...fail(result.error), understood: result.understood, roundTripMs };
      const clockAheadMs = clockAhead(result.date, beganMs + roundTripMs / 2);
      return succeed({ host: session.value.address.host, roundTripMs, clockAheadMs });
    },

    reach: async () => {
      const { settings } = access();
      const address = addressOf(access());
      if (!address.ok) {
        return address;
      }
      const { host, origin } = address.value;
      const pinned = settings.pinnedCertificate;
      const beganMs = clock();
      const failure = await reachHost(origin, pinned, timeouts.connectMs);
      const asked = { host, service: '', method: '', secrets: [], nowMs: clock() };
      if (failure !== null) {
        const error = toNetworkError(failure, asked);
        return fail(hasNetwork() ? error : blameOwnNetwork(error));
      }
      const encryption = !origin.startsWith('https:') ? 'none' : pinned === null ? 'trusted' : 'pinned';
      return succeed({ host, ms: Math.max(0, clock() - beganMs), encryption });
    },

    probe: async (service) => {
      const session = open();
      if (!session.ok) {
        return session;
      }
      const { path, body } = probes[service];
      const result = await session.value.call(path, body);
      return result.ok ? succeed(null) : fail(result.error);
    },

    approach: () => {
      const asked = access();
      const address = addressOf(asked);
      if (address.ok) approach.begin(address.value.origin, asked.settings.pinnedCertificate);
    },

    originate: async (request) => {
      const session = openForCall();
      if (!session.ok) {
        return { outcome: 'refused', error: session.error };
      }
      const secure = session.value.address.origin.startsWith('https:');
      return toOriginateAnswer(await callOriginate(session.value, toOriginateBody(request), putOnly), secure);
    },

    listTrunks: async () => {
      const session = open();
      if (!session.ok) {
        return session;
      }
      const result = await session.value.call(pbxServices.trunks, trunkSearchBody);
      return result.ok ? readableOr<readonly Trunk[]>(parseTrunks(result.data)) : fail(result.error);
    },

    searchCallRecords: async (query) => {
      const session = open();
      if (!session.ok) {
        return session;
      }
      const { reportTimeZone } = session.value.settings;
      const body = toCallRecordSearchBody(query, reportTimeZone);
      const result = await session.value.call(pbxServices.callRecords, body);
      return result.ok
        ? readableOr<readonly FoundCallRecord[]>(parseCallRecords(result.data, query, reportTimeZone))
        : fail(result.error);
    },

    listCallRecords: async (query) => {
      const session = open();
      if (!session.ok) {
        return session;
      }
      const { reportTimeZone } = session.value.settings;
      const body = toCallRecordPageBody(query, reportTimeZone);
      const result = await session.value.call(pbxServices.callRecords, body);
      return result.ok
        ? readableOr<CallRecordPage>(parseCallRecordPage(result.data, query, reportTimeZone))
        : fail(result.error);
    },

    readCertificate: async () => {
      const address = addressOf(access());
      if (!address.ok) {
        return address;
      }
      const { host, origin } = address.value;
      if (!origin.startsWith('https:')) {
        return fail({ code: 'pbx-tls-failed', host });
      }
      const read = await readPresentedCertificate(address.value, timeouts.connectMs);
      const asked = { host, service: '', method: '', secrets: [], nowMs: clock() };
      return read.ok ? succeed(read.certificate) : fail(toNetworkError(read.failure, asked));
    },
  };
}

/**
 * Older documents say PUT for originate, newer ones POST, and servers exist that take only one of them. A 405 says that
 * nothing was placed, so it is the one answer after which asking again is safe.
 */
async function callOriginate(
  session: PbxSession,
  body: Readonly<Record<string, string>>,
  putOnly: Set<string>,
): Promise<ServiceResult> {
  const { method } = session.settings;
  if (method !== 'auto') {
    return session.call(pbxServices.originate, body, method);
  }
  const base = `${session.address.origin}${session.address.basePath}`;
  const [first, second]: readonly [ServiceMethod, ServiceMethod] = putOnly.has(base)
    ? ['PUT', 'POST']
    : ['POST', 'PUT'];
  const answer = await session.call(pbxServices.originate, body, first);
  if (!isMethodRefused(answer)) {
    return answer;
  }
  const secondAnswer = await session.call(pbxServices.originate, body, second);
  if (secondAnswer.ok || (secondAnswer.sent && !isMethodRefused(secondAnswer))) {
    if (second === 'PUT') {
      putOnly.add(base);
    } else {
      putOnly.delete(base);
    }
  }
  return secondAnswer;
}

function isMethodRefused(result: ServiceResult): boolean {
  return !result.ok && result.error.code === 'pbx-method-not-allowed';
}

function toOriginateAnswer(result: ServiceResult, secure: boolean): OriginateAnswer {
  if (result.ok) {
    return { outcome: 'accepted', originatedCallId: parseOriginatedCallId(result.data) };
  }
  const { sent, error } = result;
  return { outcome: sent && mayHaveBeenPlaced(error, secure) ? 'unknown' : 'refused', error };
}

/** The header tells whole seconds: in the middle of one the error is smallest. */
function clockAhead(date: string | null, sentAtMs: number): number | null {
  const atMs = date === null ? Number.NaN : Date.parse(date);
  return Number.isNaN(atMs) ? null : Math.round(atMs + 500 - sentAtMs);
}
