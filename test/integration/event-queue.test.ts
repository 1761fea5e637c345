import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createEventQueue } from '../../electron/calls/event-queue.ts';
import { StorageFailure, type StoredEvent } from '../../electron/calls/ports.ts';
import { createInbox } from '../../electron/storage/inbox.ts';
import { mustOpen } from '../support/temporary-database.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

async function desk(amount: number, body = new Uint8Array([123, 125])) {
  const { connection, close } = mustOpen(join(temporaryFolder(), 'dialdesk.sqlite'));
  const inbox = createInbox({ connection, reportUnreadableRow: () => undefined });
  const stored = await Promise.all(
    Array.from({ length: amount }, (_, index) =>
      inbox.append({
        profile: 'main',
        receivedAtMs: index,
        name: 'NewState',
        dedupeKey: null,
        pbxCallId: `1.${index}`,
        encoding: 'json',
        body,
      }),
    ),
  );
  const events = stored.filter((event): event is StoredEvent => event !== null);
  const seen = { worked: [] as number[], told: [] as string[], commits: 0, putOff: 0, bugs: [] as unknown[] };
  let refusal: Error | null = null;
  let ms = 0;
  let deaf = 0;
  const queue = createEventQueue({
    work(event) {
      ms += 1;
      seen.worked.push(event.id);
      queue.whenCommitted(() => {
        if (event.id === deaf) throw new TypeError('a bug');
        seen.told.push(`${event.id} after ${seen.commits}`);
      });
      inbox.mark(event.id, 'applied', null);
    },
    journal: {
      together(work) {
        work();
        if (refusal !== null) throw refusal;
        seen.commits += 1;
      },
    },
    inbox,
    onPutOff: () => {
      seen.putOff += 1;
    },
    onBug: (problem) => void seen.bugs.push(problem),
    now: () => ms,
  });
  return {
    inbox,
    events,
    seen,
    queue,
    close,
    deafen: (id: number) => {
      deaf = id;
    },
    refuse: (problem: Error) => {
      refusal = problem;
    },
  };
}

test('events that came together are worked on in their order, some with each commit, with turns for others between', async () => {
  const { events, seen, queue, close, inbox } = await desk(100);
  for (const event of events) queue.add(event);
  expect(seen.worked).toEqual([]);
  let turns = 0;
  while (seen.worked.length < 100) {
    turns += 1;
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(seen.worked).toEqual(events.map(({ id }) => id));
  expect(turns).toBeGreaterThan(5);
  expect(seen.commits).toBeLessThan(20);
  expect(inbox.listNew('main', 0, 9999)).toEqual([]);
  close();
});

test('while more come they are taken first, and all of them are worked on in the end', async () => {
  const { events, seen, queue, close } = await desk(60);
  for (const event of events.slice(0, 30)) queue.add(event);
  await new Promise((resolve) => setImmediate(resolve));
  const afterOne = seen.worked.length;
  expect(afterOne).toBeGreaterThan(0);
  for (let turns = 0; turns < 3; turns += 1) await new Promise((resolve) => setImmediate(resolve));
  expect(seen.worked).toHaveLength(afterOne);
  for (const event of events.slice(30)) queue.add(event);
  await expect.poll(() => seen.worked).toEqual(events.map(({ id }) => id));
  close();
});

test('what a refused commit would have changed is new again, and put off', async () => {
  const { events, seen, queue, close, inbox, refuse } = await desk(4);
  const [first, ...others] = events;
  if (first === undefined) throw new Error('Nothing was stored');
  inbox.mark(first.id, 'ignored', null);
  refuse(new StorageFailure(new Error('disk full')));
  for (const event of others) queue.add(event);
  await expect.poll(() => seen.putOff).toBe(1);
  expect(seen.bugs).toEqual([]);
  expect(inbox.listNew('main', 0, 9999).map(({ id }) => id)).toEqual(others.map(({ id }) => id));
  close();
});

test('what is told of an event waits for its commit, and whoever cannot bear it keeps nobody else from hearing', async () => {
  const { events, seen, queue, close, inbox, deafen, refuse } = await desk(4);
  const [first, second, third, fourth] = events.map(({ id }) => id);
  deafen(first ?? 0);
  for (const event of events.slice(0, 3)) queue.add(event);
  await expect.poll(() => seen.told).toEqual([`${second} after 1`, `${third} after 1`]);
  expect(seen.bugs).toEqual([expect.any(TypeError)]);
  expect(inbox.listNew('main', 0, 9999).map(({ id }) => id)).toEqual([fourth]);
  refuse(new StorageFailure(new Error('disk full')));
  for (const event of events.slice(3)) queue.add(event);
  await expect.poll(() => seen.putOff).toBe(1);
  expect(seen.told).toHaveLength(2);
  queue.whenCommitted(() => seen.told.push('at once'));
  expect(seen.told.at(-1)).toBe('at once');
  close();
});

test('what a bug broke off is put off as well, and the bug is heard of', async () => {
  const { events, seen, queue, close, inbox, refuse } = await desk(2);
  refuse(new TypeError('a bug'));
  for (const event of events) queue.add(event);
  await expect.poll(() => seen.putOff).toBe(1);
  expect(seen.bugs).toEqual([expect.any(TypeError)]);
  expect(inbox.listNew('main', 0, 9999)).toHaveLength(2);
  close();
});

test('large events fill no more memory than small ones: what goes beyond 32 MB is left in the inbox', async () => {
  const { events, seen, queue, close, inbox } = await desk(40, new Uint8Array(1024 * 1024));
  for (const event of events) queue.add(event);
  await expect.poll(() => seen.putOff, { timeout: 20_000 }).toBe(1);
  expect(seen.worked).toHaveLength(32);
  expect(inbox.listNew('main', 0, 9999)).toHaveLength(8);
  // What was worked on makes room again.
  for (const event of events.slice(32)) queue.add(event);
  await expect.poll(() => seen.worked).toHaveLength(40);
  close();
});

test('what does not fit any more is left in the inbox, and said so when the rest is done', async () => {
  const { events, seen, queue, close, inbox } = await desk(5010);
  for (const event of events) queue.add(event);
  await expect.poll(() => seen.putOff, { timeout: 20_000 }).toBe(1);
  expect(seen.worked).toHaveLength(5000);
  expect(inbox.listNew('main', 0, 9999)).toHaveLength(10);
  close();
});

test('after the end nothing is worked on, and all of it waits in the inbox', async () => {
  const { events, seen, queue, close, inbox } = await desk(3);
  for (const event of events) queue.add(event);
  queue.stop();
  await new Promise((resolve) => setImmediate(resolve));
  expect(seen.worked).toEqual([]);
  expect(inbox.listNew('main', 0, 9999)).toHaveLength(3);
  close();
});
