import * as http from 'node:http';
import * as https from 'node:https';
import { type FetchFailure, networkFailure } from './network-failure.ts';
import { type PinnedCertificate, tlsOptions, trustFailure } from './tls-trust.ts';

export interface FetchTimeouts {
  /** Until the connection stands, with TLS if any. */
  readonly connectMs: number;
  /** From then until the headers of the answer are there. */
  readonly answerMs: number;
  /** From the start to the last byte. */
  readonly totalMs: number;
}

export const usualTimeouts: FetchTimeouts = { connectMs: 3_000, answerMs: 8_000, totalMs: 15_000 };

export interface GuardedRequest {
  readonly method: 'POST' | 'PUT';
  /** From the root of the origin. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  /** Default 256 KB. */
  readonly maxBodyBytes?: number;
}

export interface FetchedAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly retryAfter: string | null;
  /** The sender's clock, as the header has it. */
  readonly date: string | null;
  readonly body: Uint8Array;
}

export type FetchResult =
  | { readonly ok: true; readonly answer: FetchedAnswer }
  /** `sent`: request bytes may have left this computer, so the PBX may have acted on them. */
  | { readonly ok: false; readonly sent: boolean; readonly failure: FetchFailure };

export type GuardedFetch = (request: GuardedRequest) => Promise<FetchResult>;

const usualMaxBodyBytes = 256 * 1024;
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
  const { protocol, hostname, port } = new URL(origin);
  const secure = protocol === 'https:';
  const host = hostname.replace(/^\[|\]$/g, '');
  const bytes = Buffer.from(JSON.stringify(request.body), 'utf8');
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
      Accept: 'application/json',
      'Accept-Encoding': 'identity',
      'Content-Type': 'application/json',
      'Content-Length': String(bytes.length),
    },
  });

  const settle = (result: FetchResult) => {
    if (!settled) {
      settled = true;
      clearTimeout(totalTimer);
      clearTimeout(phaseTimer);
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
        outgoing.end(bytes);
      }
    });
  });
  outgoing.on('response', (incoming) => {
    clearTimeout(phaseTimer);
    answer = readAnswer(incoming, origin, request.maxBodyBytes ?? usualMaxBodyBytes, failWith, settle);
  });
  // Stays after the end: a socket that is torn down may still report what it thinks of it.
  outgoing.on('error', (problem) => {
    const status = answer === null ? {} : { status: answer.status };
    failWith(trustFailure(networkFailure(problem, { connected, sent, secure, ...status }), pinned));
  });
  outgoing.on('close', () => failWith({ kind: 'connection-lost' }));
}

interface AnswerReader {
  readonly status: number;
  /** What has come so far. */
  readonly read: () => FetchedAnswer;
}

function readAnswer(
  incoming: http.IncomingMessage,
  origin: string,
  maxBodyBytes: number,
  failWith: (failure: FetchFailure) => void,
  settle: (result: FetchResult) => void,
): AnswerReader {
  const status = incoming.statusCode ?? 0;
  const chunks: Buffer[] = [];
  let length = 0;
  const read = (): FetchedAnswer => ({
    status,
    contentType: incoming.headers['content-type'] ?? '',
    retryAfter: incoming.headers['retry-after'] ?? null,
    date: incoming.headers.date ?? null,
    body: Buffer.concat(chunks),
  });
  incoming.on('error', () => failWith({ kind: 'connection-lost' }));
  if (status >= 300 && status < 400) {
    failWith({ kind: 'redirected', status, targetHost: hostOf(incoming.headers.location, origin) });
  } else {
    incoming.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length > maxBodyBytes) {
        failWith({ kind: 'too-large' });
      } else {
        chunks.push(chunk);
      }
    });
    incoming.on('end', () => {
      if (incoming.complete) {
        settle({ ok: true, answer: read() });
      } else {
        failWith({ kind: 'connection-lost' });
      }
    });
  }
  return { status, read };
}

/** Where a redirect points, without credentials, path and query. */
function hostOf(location: string | undefined, origin: string): string | null {
  if (location === undefined) {
    return null;
  }
  try {
    return new URL(location, origin).host.slice(0, 255) || null;
  } catch {
    return null;
  }
}
