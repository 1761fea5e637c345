import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Answer } from './answer.ts';

export interface ReceivedRequest {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  /** Names and values in turn, names as they came in. */
  readonly rawHeaders: readonly string[];
  readonly remoteAddress: string;
  readonly body: string;
}

export interface HttpServerOptions {
  readonly host: string;
  readonly port: number;
  /** Of its clock, as its answers tell it. */
  readonly clockAheadMs: number;
  readonly tls?: { readonly key: string; readonly cert: string };
}

const longestBody = 1024 * 1024;

export class HttpServer {
  readonly #options: HttpServerOptions;
  readonly #answer: (request: ReceivedRequest) => Answer;
  #server: Server | null = null;

  constructor(options: HttpServerOptions, answer: (request: ReceivedRequest) => Answer) {
    this.#options = options;
    this.#answer = answer;
  }

  /** The port it listens on. */
  async start(): Promise<number> {
    const { host, port, tls } = this.#options;
    const listener = (request: IncomingMessage, response: ServerResponse) => {
      // A client that goes away while it is still sending is nothing to answer.
      this.#handle(request, response).catch(() => response.destroy());
    };
    const server = tls === undefined ? createServer(listener) : createTlsServer(tls, listener);
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, host, resolve);
    });
    this.#server = server;
    return (server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    const server = this.#server;
    this.#server = null;
    if (server !== null) {
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    }
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request);
    const answer = this.#answer({
      method: request.method ?? 'GET',
      path: (request.url ?? '/').split('?')[0] ?? '/',
      headers: request.headers,
      rawHeaders: request.rawHeaders,
      remoteAddress: (request.socket.remoteAddress ?? '').replace(/^::ffff:/, ''),
      body,
    });
    response.setHeader('Date', new Date(Date.now() + this.#options.clockAheadMs).toUTCString());
    writeAnswer(response, answer);
  }
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > longestBody) {
      throw new Error('The body is too long');
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function writeAnswer(response: ServerResponse, answer: Answer): void {
  switch (answer.kind) {
    case 'json':
      response.writeHead(answer.status, { 'Content-Type': 'application/json' }).end(JSON.stringify(answer.body));
      break;
    case 'html':
      response.writeHead(answer.status, { 'Content-Type': 'text/html; charset=iso-8859-1' }).end(answer.html);
      break;
    case 'audio':
      response
        .writeHead(answer.status, { 'Content-Type': 'audio/wav', 'Content-Length': answer.bytes.length })
        .end(answer.bytes);
      break;
    case 'never':
      break;
  }
}
