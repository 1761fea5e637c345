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
  /** Between two pieces of a body that is received piece by piece; default: as long as all of it may take. */
  readonly idleMs?: number;
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
  /** Default: what the API answers in. */
  readonly accept?: string;
  /**
   * Gets the body of a success piece by piece as it comes, and no more before it is done with one; the answer has no body then.
   * False: it wants no more, which is a failure of the kind `cancelled`.
   */
  readonly receive?: (piece: Buffer, head: AnswerHead) => Promise<boolean>;
  readonly signal?: AbortSignal;
}

export interface AnswerHead {
  readonly contentType: string;
  /** As the sender says; null: it does not. */
  readonly length: number | null;
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
  const { signal } = request;
  if (signal?.aborted === true) {
    resolve({ ok: false, sent: false, failure: { kind: 'cancelled' } });
    return;
  }
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
      Accept: request.accept ?? 'application/json',
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
        outgoing.end(bytes);
      }
    });
  });
  outgoing.on('response', (incoming) => {
    clearTimeout(phaseTimer);
    answer = readAnswer(incoming, origin, request, {
      failWith,
      settle,
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

interface AnswerReader {
  readonly status: number;
  readonly takenByPiece: boolean;
  /** What has come so far. */
  readonly read: () => FetchedAnswer;
}

interface ExchangeEnd {
  readonly failWith: (failure: FetchFailure) => void;
  readonly settle: (result: FetchResult) => void;
  readonly pieceCame: () => void;
}

function readAnswer(
  incoming: http.IncomingMessage,
  origin: string,
  request: GuardedRequest,
  end: ExchangeEnd,
): AnswerReader {
  const { failWith, settle } = end;
  const { receive, maxBodyBytes = usualMaxBodyBytes } = request;
  const status = incoming.statusCode ?? 0;
  const takenByPiece = receive !== undefined && status < 300;
  const chunks: Buffer[] = [];
  let length = 0;
  const contentType = incoming.headers['content-type'] ?? '';
  const read = (): FetchedAnswer => ({
    status,
    contentType,
    retryAfter: incoming.headers['retry-after'] ?? null,
    date: incoming.headers.date ?? null,
    body: Buffer.concat(chunks),
  });
  incoming.on('error', () => failWith({ kind: 'connection-lost' }));
  if (status >= 300 && status < 400) {
    failWith({ kind: 'redirected', status, targetHost: hostOf(incoming.headers.location, origin) });
  } else if (receive !== undefined && takenByPiece) {
    const head = { contentType, length: declaredLength(incoming) };
    passOn(incoming, maxBodyBytes, end, (piece) => receive(piece, head))
      .then((whole) => {
        if (whole) settle({ ok: true, answer: read() });
      })
      .catch(() => failWith({ kind: 'connection-lost' }));
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
  return { status, takenByPiece, read };
}

/** Piece by piece, as fast as they are taken; true when the whole body came. */
async function passOn(
  incoming: http.IncomingMessage,
  maxBodyBytes: number,
  { failWith, pieceCame }: ExchangeEnd,
  receive: (piece: Buffer) => Promise<boolean>,
): Promise<boolean> {
  let length = 0;
  pieceCame();
  for await (const piece of incoming as AsyncIterable<Buffer>) {
    length += piece.length;
    if (length > maxBodyBytes) {
      failWith({ kind: 'too-large' });
      return false;
    }
    if (!(await receive(piece))) {
      failWith({ kind: 'cancelled' });
      return false;
    }
    pieceCame();
  }
  if (!incoming.complete) failWith({ kind: 'connection-lost' });
  return incoming.complete;
}

function declaredLength(incoming: http.IncomingMessage): number | null {
  const declared = incoming.headers['content-length'] ?? '';
  return /^\d{1,15}$/.test(declared) ? Number(declared) : null;
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
