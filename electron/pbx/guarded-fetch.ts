import * as http from 'node:http';
import * as https from 'node:https';
import { type FetchFailure, networkFailure } from './network-failure.ts';
import { type AnswerReader, type BodyWish, type FetchedAnswer, receiveAnswer } from './receive-answer.ts';
import { type PinnedCertificate, tlsOptions, trustFailure } from './tls-trust.ts';

export interface FetchTimeouts {
  /** Until the connection stands, with TLS if any. */
  readonly connectMs: number;
  /** From then until the headers of the answer are there. */
  readonly answerMs: number;
  /** From the start to the last byte. */
  readonly totalMs: number;
  /** Between two pieces of a body that is received piece by piece; default: as long as all of it may take. */
  readonly idleMs?: number;
}

export const usualTimeouts: FetchTimeouts = { connectMs: 3_000, answerMs: 8_000, totalMs: 15_000 };

export interface GuardedRequest extends BodyWish {
  readonly method: 'GET' | 'POST' | 'PUT';
  /** From the root of the origin. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Undefined: none. */
  readonly body?: unknown;
  /** Default: what the API answers in. */
  readonly accept?: string;
  readonly signal?: AbortSignal;
}

export type FetchResult =
  | { readonly ok: true; readonly answer: FetchedAnswer }
  /** `sent`: request bytes may have left this computer, so the PBX may have acted on them. */
  | { readonly ok: false; readonly sent: boolean; readonly failure: FetchFailure };

export type GuardedFetch = (request: GuardedRequest) => Promise<FetchResult>;

const maxHeaderBytes = 16 * 1024;

/**
 * The one way to the network: a request to one origin, once. Follows no redirect, keeps no cookie and no connection,
 * knows no proxy, and ends within its limits of time and size. Electron's and Node's own fetch pass credential headers
 * on to the target of a redirect, so neither will do.
 */
export function createGuardedFetch(options: {
  readonly origin: string;
  readonly pinned: PinnedCertificate | null;
  readonly timeouts: FetchTimeouts;
}): GuardedFetch {
  return (request) => new Promise((resolve) => startExchange({ ...options, request, resolve }));
}

interface Exchange {
  readonly origin: string;
  readonly pinned: PinnedCertificate | null;
  readonly timeouts: FetchTimeouts;
  readonly request: GuardedRequest;
  readonly resolve: (result: FetchResult) => void;
}

function startExchange({ origin, pinned, timeouts, request, resolve }: Exchange): void {
  const { signal } = request;
  if (signal?.aborted === true) {
    resolve({ ok: false, sent: false, failure: { kind: 'cancelled' } });
    return;
  }
  const { protocol, hostname, port } = new URL(origin);
  const secure = protocol === 'https:';
  const host = hostname.replace(/^\[|\]$/g, '');
  const bytes = request.body === undefined ? null : Buffer.from(JSON.stringify(request.body), 'utf8');
  let connected = false;
  let sent = false;
  let answer: AnswerReader | null = null;
  let settled = false;

  const agent = secure ? new https.Agent({ keepAlive: false, maxCachedSessions: 0 }) : new http.Agent();
  const outgoing = (secure ? https : http).request({
    protocol,
    host,
    port: port === '' ? (secure ? 443 : 80) : Number(port),
    path: request.path,
    method: request.method,
    agent,
    maxHeaderSize: maxHeaderBytes,
    insecureHTTPParser: false,
    ...(secure ? tlsOptions(host, pinned) : {}),
    headers: {
      ...request.headers,
      Accept: request.accept ?? 'application/json',
      'Accept-Encoding': 'identity',
      ...(bytes === null ? {} : { 'Content-Type': 'application/json', 'Content-Length': String(bytes.length) }),
    },
  });

  const settle = (result: FetchResult) => {
    if (!settled) {
      settled = true;
      clearTimeout(totalTimer);
      clearTimeout(phaseTimer);
      signal?.removeEventListener('abort', cancel);
      outgoing.destroy();
      agent.destroy();
      resolve(result);
    }
  };
  const failWith = (failure: FetchFailure) => {
    // An error status has said it all: a cut or endless page of text behind it changes nothing.
    const enough = answer !== null && answer.status >= 400 ? answer.read() : null;
    settle(enough === null ? { ok: false, sent, failure } : { ok: true, answer: enough });
  };
  const timeOut = () => {
    failWith({ kind: 'timeout', phase: answer !== null ? 'body' : sent ? 'answer' : 'connect' });
  };
  const cancel = () => failWith({ kind: 'cancelled' });
  signal?.addEventListener('abort', cancel);
  const totalTimer = setTimeout(timeOut, timeouts.totalMs);
  let phaseTimer = setTimeout(timeOut, timeouts.connectMs);

  outgoing.on('socket', (socket) => {
    socket.once('connect', () => {
      connected = true;
    });
    // Not before the certificate is verified: until then there are no bytes of ours that a wrong server could get.
    socket.once(secure ? 'secureConnect' : 'connect', () => {
      if (!settled) {
        sent = true;
        clearTimeout(phaseTimer);
        phaseTimer = setTimeout(timeOut, timeouts.answerMs);
        outgoing.end(bytes ?? undefined);
      }
    });
  });
  outgoing.on('response', (incoming) => {
    clearTimeout(phaseTimer);
    answer = receiveAnswer(incoming, origin, request, {
      failWith,
      settle: (whole) => settle({ ok: true, answer: whole }),
      pieceCame() {
        clearTimeout(phaseTimer);
        if (!settled) phaseTimer = setTimeout(timeOut, timeouts.idleMs ?? timeouts.totalMs);
      },
    });
  });
  // Stays after the end: a socket that is torn down may still report what it thinks of it.
  outgoing.on('error', (problem) => {
    const status = answer === null ? {} : { status: answer.status };
    failWith(trustFailure(networkFailure(problem, { connected, sent, secure, ...status }), pinned));
  });
  outgoing.on('close', () => {
    // All of it may be here and not be taken yet; what was cut off the answer itself tells.
    if (answer?.takenByPiece !== true) failWith({ kind: 'connection-lost' });
  });
}
