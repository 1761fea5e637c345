import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { AllowList } from './allow-list.ts';
import type { ListenerLimits } from './listener-limits.ts';
import { maxHeaders } from './request-checks.ts';
import type { RequestHandler } from './request-handler.ts';
import type { Rejection } from './status-board.ts';

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

/** An HTTP server for one patient sender and many strangers: everything is bounded, and nothing is answered by default. */
export function createEventServer(deps: {
  readonly limits: ListenerLimits;
  readonly allowList: AllowList;
  readonly handle: RequestHandler;
  readonly countRejected: (reason: Rejection) => void;
}): Server {
  const { limits, countRejected } = deps;
  const exchanges = new WeakMap<Duplex, Set<Exchange>>();
  const server = createServer({
    connectionsCheckingInterval: limits.checkConnectionsEveryMs,
    headersTimeout: limits.headersTimeoutMs,
    requestTimeout: limits.requestTimeoutMs,
    keepAliveTimeout: limits.keepAliveTimeoutMs,
    maxHeaderSize: 8192,
  });
  server.maxHeadersCount = maxHeaders;
  server.maxRequestsPerSocket = 100;
  server.maxConnections = limits.connections;

  const receive = (mayContinue: boolean) => (request: IncomingMessage, response: ServerResponse) => {
    const exchange = { request, response };
    const open = exchanges.get(request.socket) ?? new Set();
    exchanges.set(request.socket, open.add(exchange));
    response.once('close', () => open.delete(exchange));
    // The handler never rejects: a bug in it is logged and answered there.
    void deps.handle(request, response, mayContinue);
  };

  server.on('connection', (socket: Socket) => {
    if (deps.allowList.allows(socket.remoteAddress)) return;
    countRejected('address');
    socket.destroy();
  });
  server.on('drop', () => countRejected('dropped'));
  server.on('request', receive(false));
  server.on('checkContinue', receive(true));
  server.on('upgrade', (_request, socket) => {
    countRejected('malformed');
    reject(socket, '400 Bad Request');
  });
  server.on('connect', (_request, socket) => {
    countRejected('malformed');
    socket.on('error', ignore).destroy();
  });
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    const slow = error.code === 'ERR_HTTP_REQUEST_TIMEOUT';
    const broken = !slow && error.code?.startsWith('HPE_') === true;
    if (slow || broken) countRejected(slow ? 'dropped' : 'malformed');
    const status = slow ? '408 Request Timeout' : statusOf(error.code);
    if ((slow || broken) && isAnswerable([...(exchanges.get(socket) ?? [])])) reject(socket, status);
    else socket.destroy();
  });
  return server;
}

/** Not while an answer to an earlier request is on its way: this one would be taken for it. */
function isAnswerable(open: readonly Exchange[]): boolean {
  const [first, ...others] = open;
  if (first === undefined) return true;
  return others.length === 0 && !first.request.complete && !first.response.headersSent;
}

function statusOf(code: string | undefined): string {
  return code === 'HPE_HEADER_OVERFLOW' ? '431 Request Header Fields Too Large' : '400 Bad Request';
}

function reject(socket: Duplex, status: string): void {
  socket.on('error', ignore);
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`, () => socket.destroy());
}

function ignore(): void {
  // The connection is being given up; how it breaks does not matter.
}
