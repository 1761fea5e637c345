import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

export interface EventTarget {
  readonly address: string;
  readonly user?: string;
  readonly password?: string;
}

export interface EventSender {
  /** Resolves with the status of the answer. */
  send(event: object): Promise<number>;
  close(): void;
}

/** As a PBX that keeps its connections: so many at once. */
export function createEventSender(
  { address, user = '', password = '' }: EventTarget,
  connections: number,
): EventSender {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const headers = {
    'Content-Type': 'application/json',
    Authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`,
  };
  const sendOnce = (body: string) =>
    new Promise<number>((resolve, reject) => {
      const sent = request(
        address,
        { method: 'POST', agent, headers: { ...headers, 'Content-Length': Buffer.byteLength(body) } },
        (answer) => {
          answer.resume().once('end', () => resolve(answer.statusCode ?? 0));
        },
      );
      sent.once('error', reject);
      sent.end(body);
    });
  return {
    async send(event) {
      const body = JSON.stringify(event);
      for (;;) {
        const status = await sendOnce(body).catch((problem: NodeJS.ErrnoException) => {
          // The listener ends a connection after a hundred requests, perhaps while the next one is on its way.
          if (problem.code === 'ECONNRESET') return null;
          throw problem;
        });
        if (status !== null) return status;
        await pause(1);
      }
    },
    close: () => agent.destroy(),
  };
}

/** All of them, so many at once; resolves with how many were answered by which status. */
export async function sendAll(
  sender: EventSender,
  events: readonly object[],
  atOnce: number,
): Promise<ReadonlyMap<number, number>> {
  const answers = new Map<number, number>();
  let next = 0;
  const lane = async () => {
    for (let event = events[next]; event !== undefined; event = events[next]) {
      next += 1;
      const status = await sender.send(event);
      answers.set(status, (answers.get(status) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return answers;
}
