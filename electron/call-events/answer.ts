import type { IncomingMessage, ServerResponse } from 'node:http';
import { listenerLimits } from './listener-limits.ts';

export interface Answer {
  readonly status: number;
  readonly text: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export const accepted: Answer = { status: 200, text: 'ok' };

/** Our own words only: nothing of the request is ever echoed. No CORS header is ever sent. */
export function sendAnswer(request: IncomingMessage, response: ServerResponse, answer: Answer, close: boolean): void {
  if (response.headersSent || response.destroyed) return;
  response.writeHead(answer.status, {
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Length': Buffer.byteLength(answer.text),
    'Cache-Control': 'no-store',
    ...answer.headers,
    ...(close || !isSmallRest(request) ? { Connection: 'close' } : {}),
  });
  response.end(answer.text);
}

/** What was not read of a refused request is skipped by node:http when it is short; else the connection must end. */
function isSmallRest(request: IncomingMessage): boolean {
  if (request.complete) return true;
  const length = request.headers['content-length'];
  const small = length === undefined || Number(length) <= listenerLimits.bodyBytes;
  return request.headers['transfer-encoding'] === undefined && request.headers.expect === undefined && small;
}
