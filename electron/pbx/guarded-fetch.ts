import * as http from 'node:http';
import * as https from 'node:https';
import { type Connection, connectTo } from './connection.ts';
import { type FetchFailure, networkFailure } from './network-failure.ts';
import { type AnswerReader, type BodyWish, type FetchedAnswer, receiveAnswer } from './receive-answer.ts';
import { type PinnedCertificate, trustFailure } from './tls-trust.ts';

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

/** Gives the one connection that a request is sent on. */
export type Connect = (origin: string, pinned: PinnedCertificate | null) => Connection;

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
  /** Default: a new connection for each request. */
  readonly connect?: Connect;
}): GuardedFetch {
  return (request) => new Promise((resolve) => startExchange({ connect: connectTo, ...options, request, resolve }));
}

interface Exchange {
  readonly origin: string;
  readonly pinned: PinnedCertificate | null;
  readonly timeouts: FetchTimeouts;
  readonly connect: Connect;
  readonly request: GuardedRequest;
  readonly resolve: (result: FetchResult) => void;
}

function startExchange({ origin, pinned, timeouts, connect, request, resolve }: Exchange): void {
  const { signal } = request;
  if (signal?.aborted === true) {
    resolve({ ok: false, sent: false, failure: { kind: 'cancelled' } });
    return;
  }
  const { protocol, hostname, port } = new URL(origin);
  const connection = connect(origin, pinned);
  const { secure } = connection;
  const bytes = request.body === undefined ? null : Buffer.from(JSON.stringify(request.body), 'utf8');
  let sent = false;
  let answer: AnswerReader | null = null;
  let settled = false;

  // Without an agent the connection is of this request alone, and the server is told to close it.
  const outgoing = (secure ? https : http).request({
    protocol,
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? (secure ? 443 : 80) : Number(port),
    path: request.path,
    method: request.method,
    createConnection: () => connection.socket,
    maxHeaderSize: maxHeaderBytes,
    insecureHTTPParser: false,
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
      connection.socket.destroy();
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
  outgoing.on('error', (heard) => {
    const status = answer === null ? {} : { status: answer.status };
    const problem = connection.problem() ?? heard;
    failWith(
      trustFailure(networkFailure(problem, { connected: connection.connected(), sent, secure, ...status }), pinned),
    );
  });
  outgoing.on('close', () => {
    // All of it may be here and not be taken yet; what was cut off the answer itself tells.
    if (answer?.takenByPiece !== true) failWith({ kind: 'connection-lost' });
  });
  connection.whenStands(() => {
    if (settled) return;
    sent = true;
    clearTimeout(phaseTimer);
    phaseTimer = setTimeout(timeOut, timeouts.answerMs);
    outgoing.end(bytes ?? undefined);
  });
}
