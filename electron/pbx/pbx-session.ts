import type { PbxError } from '../../shared/errors.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import type { Clock, PbxAccess } from '../calls/ports.ts';
import { authHeaders, credentialsMissing } from './auth-headers.ts';
import { type Connect, createGuardedFetch, type FetchTimeouts, type GuardedRequest } from './guarded-fetch.ts';
import { type PbxAddress, parsePbxAddress } from './pbx-address.ts';
import { type AskedPbx, blameOwnNetwork, isOfSimotel, readAnswer, toNetworkError } from './pbx-errors.ts';
import { secretForms } from './plain-text.ts';

export type ServiceMethod = 'POST' | 'PUT';

/** What became of a request. `sent`: the PBX may have acted on it. */
export type ServiceResult =
  | { readonly ok: true; readonly data: unknown; readonly date: string | null }
  /** `understood`: the error was said in the form of Simotel's API, so it is a Simotel that said it. */
  | { readonly ok: false; readonly sent: boolean; readonly understood: boolean; readonly error: PbxError };

/** The PBX as the settings describe it at this moment. */
export interface PbxSession {
  readonly address: PbxAddress;
  readonly settings: PbxAccess['settings'];
  call(service: string, body: unknown, method?: ServiceMethod): Promise<ServiceResult>;
  /** Of a service that answers with a file. */
  stream(service: string, body: unknown, taker: BodyTaker): Promise<ServiceResult>;
}

/** Takes the body of a success piece by piece. */
export interface BodyTaker {
  readonly maxBodyBytes: number;
  readonly signal: AbortSignal;
  readonly receive: NonNullable<GuardedRequest['receive']>;
  /** After the last piece: what is none of it, to be read like any other answer. */
  readonly untaken: () => Promise<Uint8Array | null>;
}

/** For one request or a row of them, with what is set at that moment. */
export type OpenSession = () => Result<PbxSession, PbxError>;

/** A success whose data is not what was asked for. */
export function readableOr<T>(read: T | null): Result<T, PbxError> {
  return read === null ? fail({ code: 'pbx-answer-unreadable', status: 200 }) : succeed(read);
}

export function addressOf(access: PbxAccess): Result<PbxAddress, PbxError> {
  const { settings, ownListener } = access;
  return settings.address.trim() === ''
    ? fail({ code: 'pbx-not-configured' })
    : parsePbxAddress(settings.address, { allowPlainHttp: settings.allowPlainHttp, ownListener });
}

export function openSession(
  access: PbxAccess,
  deps: {
    readonly clock: Clock;
    readonly timeouts: FetchTimeouts;
    readonly hasNetwork: () => boolean;
    readonly connect?: Connect;
  },
): Result<PbxSession, PbxError> {
  const { clock, timeouts, hasNetwork, ...how } = deps;
  const address = addressOf(access);
  if (!address.ok) {
    return address;
  }
  const { settings, credentials } = access;
  const headers = authHeaders(settings.auth, credentials);
  if (!headers.ok) {
    return headers;
  }
  const { origin, basePath, host } = address.value;
  const guardedFetch = createGuardedFetch({ origin, pinned: settings.pinnedCertificate, timeouts, ...how });
  const secrets = secretForms(credentials);
  const ask = async (
    service: string,
    request: Pick<GuardedRequest, 'method' | 'body' | 'accept' | 'maxBodyBytes' | 'signal' | 'receive'>,
    untaken: () => Promise<Uint8Array | null> = async () => null,
  ): Promise<ServiceResult> => {
    const fetched = await guardedFetch({ path: `${basePath}/${service}`, headers: headers.value, ...request });
    const asked: AskedPbx = { host, service, method: request.method, secrets, nowMs: clock() };
    if (!fetched.ok) {
      const error = toNetworkError(fetched.failure, asked);
      const said = hasNetwork() ? error : blameOwnNetwork(error);
      return { ok: false, sent: fetched.sent, understood: false, error: said };
    }
    const { status, date } = fetched.answer;
    const left = await untaken();
    if (request.receive !== undefined && left === null && status < 300) return { ok: true, data: null, date };
    const answer = left === null ? fetched.answer : { ...fetched.answer, body: left };
    const read = readAnswer(answer, asked);
    if (read.ok) return { ok: true, data: read.value, date };
    const error =
      read.error.code === 'pbx-credentials-missing' ? credentialsMissing(settings.auth, credentials) : read.error;
    return { ok: false, sent: true, understood: isOfSimotel(answer), error };
  };
  return succeed({
    address: address.value,
    settings,
    call: (service, body, method = 'POST') => ask(service, { method, body }),
    stream: (service, body, { untaken, ...taking }) =>
      ask(service, { method: 'POST', body, accept: 'audio/*, application/json;q=0.5', ...taking }, untaken),
  });
}
