import type { IncomingMessage } from 'node:http';

export type BodyOutcome =
  | { readonly kind: 'complete'; readonly bytes: Uint8Array }
  | { readonly kind: 'too-large' }
  /** The sender went away, or was too slow and cut off. */
  | { readonly kind: 'gone' };

/** Collects at most `limit` bytes, whatever Content-Length promised. */
export function readBody(request: IncomingMessage, limit: number): Promise<BodyOutcome> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const onData = (chunk: Buffer) => {
      size += chunk.length;
      if (size > limit) {
        settle({ kind: 'too-large' });
        request.pause();
      } else {
        chunks.push(chunk);
      }
    };
    const onEnd = () => settle({ kind: 'complete', bytes: Buffer.concat(chunks) });
    const onGone = () => settle({ kind: 'gone' });
    const settle = (outcome: BodyOutcome) => {
      request.off('data', onData).off('end', onEnd).off('close', onGone);
      resolve(outcome);
    };
    // Stays: a request that breaks off after its answer must not become an uncaught error.
    request.on('error', onGone);
    request.on('data', onData).on('end', onEnd).on('close', onGone);
  });
}
