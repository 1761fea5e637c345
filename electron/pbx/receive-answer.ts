import type http from 'node:http';
import type { FetchFailure } from './network-failure.ts';

const usualMaxBodyBytes = 256 * 1024;

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

/** How a body is wanted. */
export interface BodyWish {
  /** Default 256 KB. */
  readonly maxBodyBytes?: number;
  /**
   * Gets the body of a success piece by piece as it comes, and no more before it is done with one; the answer has no body then.
   * False: it wants no more, which is a failure of the kind `cancelled`.
   */
  readonly receive?: (piece: Buffer, head: AnswerHead) => Promise<boolean>;
}

export interface AnswerReader {
  readonly status: number;
  readonly takenByPiece: boolean;
  /** What has come so far. */
  readonly read: () => FetchedAnswer;
}

interface ExchangeEnd {
  readonly failWith: (failure: FetchFailure) => void;
  readonly settle: (answer: FetchedAnswer) => void;
  readonly pieceCame: () => void;
}

export function receiveAnswer(
  incoming: http.IncomingMessage,
  origin: string,
  request: BodyWish,
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
        if (whole) settle(read());
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
        settle(read());
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
