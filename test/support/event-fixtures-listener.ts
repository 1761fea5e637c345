import { type Agent, request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { connect, type Socket } from 'node:net';
import { onTestFinished, vi } from 'vitest';
import { createListener, type Listener } from '../../electron/call-events/listener.ts';
import type { ListenerConfig } from '../../electron/call-events/listener-config.ts';
import { type ListenerLimits, listenerLimits } from '../../electron/call-events/listener-limits.ts';
import type { StoredEvent, TrunkAnswer, TrunkQuestion } from '../../electron/calls/ports.ts';
import type { ListenerStatus } from '../../shared/ipc/listener-contract.ts';
import { receivedAtMs } from './event-fixtures.ts';
import { MemoryInbox } from './event-fixtures-inbox.ts';

export const user = 'dialdesk';
/** With a colon and beyond ASCII: both have broken Basic before. */
export const password = 'p:ä:س';

export const basic = (name: string, secret: string): string =>
  `Basic ${Buffer.from(`${name}:${secret}`).toString('base64')}`;
export const credentials = { Authorization: basic(user, password) };

export interface ListenerUnderTest {
  readonly listener: Listener;
  readonly inbox: MemoryInbox;
  readonly seen: StoredEvent[];
  readonly statuses: ListenerStatus[];
  readonly questions: TrunkQuestion[];
  readonly config: ListenerConfig;
  clockMs: number;
  trunkAnswer: TrunkAnswer | null;
  port: number;
  onStored: (event: StoredEvent) => void;
}

/** A listener on a free port of the loopback interface, stopped when the test ends. */
export async function startListener(
  config: Partial<ListenerConfig> = {},
  limits: Partial<ListenerLimits> = {},
): Promise<ListenerUnderTest> {
  const inbox = new MemoryInbox();
  const seen: StoredEvent[] = [];
  const statuses: ListenerStatus[] = [];
  const questions: TrunkQuestion[] = [];
  const test: ListenerUnderTest = {
    listener: createListener(
      {
        inbox,
        onStored: (event) => test.onStored(event),
        trunkApi: {
          answer: (question) => {
            questions.push(question);
            return test.trunkAnswer;
          },
        },
        profile: () => 'office',
        clock: () => test.clockMs,
        onStatus: (status) => statuses.push(status),
      },
      { ...listenerLimits, announceEveryMs: 20, stopWithinMs: 200, ...limits },
    ),
    inbox,
    seen,
    statuses,
    questions,
    config: {
      host: '127.0.0.1',
      port: 0,
      path: '/simotel',
      allowFrom: ['127.0.0.1'],
      notFrom: [],
      user,
      password,
      ...config,
    },
    clockMs: receivedAtMs,
    trunkAnswer: null,
    port: 0,
    onStored: (event) => {
      seen.push(event);
    },
  };
  onTestFinished(() => test.listener.stop());
  await test.listener.start(test.config);
  test.port = test.listener.status().port ?? 0;
  return test;
}

export interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** A request as a well-behaved client sends it; Host comes from node:http unless given. */
export function send(
  port: number,
  target: string,
  options: {
    readonly method?: string;
    readonly headers?: Readonly<Record<string, string | readonly string[]>>;
    readonly body?: string | Uint8Array;
    /** Over connections that are kept; default one for each request. */
    readonly agent?: Agent;
  } = {},
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const headers = Object.fromEntries(
      Object.entries(options.headers ?? credentials).map(([name, value]) => [name, value as string | string[]]),
    );
    const request = httpRequest(
      {
        host: '127.0.0.1',
        port,
        path: target,
        method: options.method ?? 'GET',
        headers,
        agent: options.agent ?? false,
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: Buffer.concat(chunks).toString(),
          }),
        );
      },
    );
    request.on('error', (problem: NodeJS.ErrnoException) => {
      // A connection that was kept may be closed by the other side at the moment it is used again: nobody has read the request then.
      if (request.reusedSocket && problem.code === 'ECONNRESET') resolve(send(port, target, options));
      else reject(problem);
    });
    request.end(options.body);
  });
}

export function post(
  port: number,
  target: string,
  fields: unknown,
  headers: Readonly<Record<string, string | readonly string[]>> = {},
): Promise<Reply> {
  const body = typeof fields === 'string' ? fields : JSON.stringify(fields);
  return send(port, target, {
    method: 'POST',
    headers: { ...credentials, 'Content-Type': 'application/json', ...headers },
    body,
  });
}

/** A socket that says exactly what it is told. */
export class RawPeer {
  readonly socket: Socket;
  received = '';
  closed = false;

  constructor(port: number, said: string | Uint8Array = '', from = '127.0.0.1') {
    this.socket = connect({ host: '127.0.0.1', port, allowHalfOpen: true, localAddress: from });
    this.socket.on('data', (chunk) => {
      this.received += chunk.toString('latin1');
    });
    // Being reset is one of the answers that are tested for.
    this.socket.on('error', () => {});
    this.socket.on('end', () => this.socket.end());
    this.socket.on('close', () => {
      this.closed = true;
    });
    if (said.length > 0) this.socket.write(said);
    onTestFinished(() => {
      this.socket.destroy();
    });
  }

  /** Statuses of all answers so far. */
  get statuses(): number[] {
    return [...this.received.matchAll(/HTTP\/1\.1 ([0-9]{3})/g)].map((match) => Number(match[1]));
  }

  async untilClosed(timeout = 10_000): Promise<this> {
    await vi.waitUntil(() => this.closed, { timeout, interval: 5 });
    return this;
  }

  async untilAnswers(count: number, timeout = 10_000): Promise<this> {
    await vi.waitUntil(() => this.statuses.length >= count, { timeout, interval: 5 });
    return this;
  }
}

/** Head of a request with everything that is needed to be let in; lines may be replaced or added. */
export function head(port: number, lines: readonly string[] = [], first = 'POST /simotel HTTP/1.1'): string {
  const usual = [`Host: 127.0.0.1:${port}`, `Authorization: ${credentials.Authorization}`];
  return `${[first, ...usual, ...lines].join('\r\n')}\r\n\r\n`;
}
