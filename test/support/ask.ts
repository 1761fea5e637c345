import { once } from 'node:events';
import { Agent, request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { type AddressInfo, createServer, type Server } from 'node:net';

export interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

export interface Question {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as Basic credentials. */
  readonly account?: { readonly user: string; readonly password: string };
  /** Sent as JSON. */
  readonly fields?: Readonly<Record<string, unknown>>;
  readonly agent?: Agent;
}

/** One HTTP request as another program on this computer sends it. */
export function ask(address: string, question: Question = {}): Promise<Reply> {
  const { account, fields, agent } = question;
  const basic = account === undefined ? null : Buffer.from(`${account.user}:${account.password}`).toString('base64');
  const headers = {
    ...(basic === null ? {} : { Authorization: `Basic ${basic}` }),
    ...(fields === undefined ? {} : { 'Content-Type': 'application/json' }),
    ...question.headers,
  };
  const method = question.method ?? (fields === undefined ? 'GET' : 'POST');
  return new Promise((resolve, reject) => {
    const request = httpRequest(address, { method, headers, agent: agent ?? false }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('error', reject);
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }));
    });
    request.on('error', reject);
    request.end(fields === undefined ? undefined : JSON.stringify(fields));
  });
}

/** Sends many events over a few connections, as a busy PBX does; resolves to the ones answered with 200. */
export async function postMany<Event extends Readonly<Record<string, unknown>>>(
  listener: { readonly address: string; readonly user: string; readonly password: string },
  events: readonly Event[],
  onAnswered: (event: Event) => void = () => undefined,
): Promise<readonly Event[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 16 });
  const answered: Event[] = [];
  await Promise.all(
    events.map(async (event) => {
      // The receiver may be killed on purpose in the middle.
      const reply = await ask(listener.address, { account: listener, fields: event, agent }).catch(() => null);
      if (reply?.status !== 200) return;
      answered.push(event);
      onAnswered(event);
    }),
  );
  agent.destroy();
  return answered;
}

/** Holds a port of the loopback interface until it is let go. */
export async function occupyPort(): Promise<{ readonly port: number; letGo(): Promise<void> }> {
  const server: Server = createServer((socket) => socket.destroy());
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    letGo: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** A port on which nothing listens now. */
export async function freePort(): Promise<number> {
  const { port, letGo } = await occupyPort();
  await letGo();
  return port;
}
