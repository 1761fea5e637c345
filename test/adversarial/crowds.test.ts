import { describe, expect, test } from 'vitest';
import { startBareServer } from '../support/adversarial/bare-server.ts';
import { type DeskProcess, startDeskProcess } from '../support/adversarial/desk-process.ts';
import { sized, whole } from '../support/adversarial/size.ts';
import { payloads } from '../support/event-fixtures.ts';
import { head, post, RawPeer } from '../support/event-fixtures-listener.ts';

const json = 'Content-Type: application/json';

/** What is said of them, and what they say. */
type Crowd = readonly [name: string, said: (port: number) => string];

const at95 = (times: readonly number[]) =>
  [...times].sort((one, other) => one - other)[Math.floor(times.length * 0.95)];

/** Good requests, one after the other until `over`: a tenth of a second is what each may wait, and what a busy computer makes one of a bare server with a file wait thrice. */
async function expectServed(desk: DeskProcess, over: Promise<unknown>): Promise<void> {
  const bare = await startBareServer();
  let done = false;
  const end = over.finally(() => {
    done = true;
  });
  const took: Record<'here' | 'bare', number[]> = { here: [], bare: [] };
  for (let at = 0; !done; at += 1) {
    for (const where of ['here', 'bare'] as const) {
      const before = performance.now();
      const event = { ...payloads.newState, unique_id: `2026.${at}` };
      expect((await post(where === 'here' ? desk.port : bare, '/simotel', event)).status).toBe(200);
      took[where].push(performance.now() - before);
    }
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  await end;
  expect(at95(took.here)).toBeLessThan(100 + 3 * (at95(took.bare) ?? 0));
}

describe('A6: crowds that take their time', () => {
  /** Of the product: the longest that it waits for anything, and how often it looks. */
  const longestMs = 5000 + 500 + 3000;
  const kinds: readonly Crowd[] = [
    ['say nothing', () => ''],
    ['never end their headers', (port) => `POST /simotel HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nX-Slow: `],
    ['never end their body', (port) => `${head(port, [json, 'Content-Length: 1000'])}{`],
    ['stay after a question', (port) => head(port, [], 'GET /simotel/health HTTP/1.1')],
  ];
  // All of them wait for the same clock: a few of each at once, or a crowd of each after the other.
  const crowds: readonly (readonly [string, readonly Crowd[1][]])[] = whole
    ? kinds.map(([name, said]) => [name, [said]])
    : [[kinds.map(([name]) => name).join(', or '), kinds.map(([, said]) => said)]];
  test.each(crowds)(
    'those who %s are closed in time, while others are served at once',
    async (_name, said) => {
      const desk = await startDeskProcess();
      // As many as may be connected at once, less those who are served: more from an address that is let in are not taken at all.
      const began = performance.now();
      const peers = Array.from({ length: 48 }, (_, at) => new RawPeer(desk.port, said[at % said.length]?.(desk.port)));
      await expectServed(desk, Promise.all(peers.map((peer) => peer.untilClosed(20_000))));
      expect(performance.now() - began).toBeLessThan(longestMs);
      await desk.expectUnharmed();
    },
    60_000,
  );

  test(`${sized(300, 500)} from an address that is let in are dropped or closed, and then others are served`, async () => {
    const desk = await startDeskProcess();
    const slow = `POST /simotel HTTP/1.1\r\nHost: 127.0.0.1:${desk.port}\r\nX: `;
    const peers = Array.from({ length: sized(300, 500) }, () => new RawPeer(desk.port, slow));
    await Promise.all(peers.map((peer) => peer.untilClosed(20_000)));
    await desk.expectUnharmed();
  }, 60_000);

  // Only Linux has all of 127.0.0.0/8 without being told.
  test.skipIf(process.platform !== 'linux')(
    `${sized(500, 1000)} from an address that is not let in make nobody wait`,
    async () => {
      const desk = await startDeskProcess();
      const crowd = async () => {
        for (let wave = 0; wave < 5; wave += 1) {
          const peers = Array.from({ length: sized(100, 200) }, () => new RawPeer(desk.port, '', '127.0.0.9'));
          await Promise.all(peers.map((peer) => peer.untilClosed(20_000)));
          for (const peer of peers) expect(peer.received).toBe('');
        }
      };
      await expectServed(desk, crowd());
      const { rejected } = await desk.expectUnharmed();
      expect((rejected['address'] ?? 0) + (rejected['dropped'] ?? 0)).toBe(5 * sized(100, 200));
    },
    60_000,
  );
});
