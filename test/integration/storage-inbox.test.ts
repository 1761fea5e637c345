import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RawEvent } from '../../electron/calls/ports.ts';
import { type BufferedInbox, createInbox } from '../../electron/storage/inbox.ts';
import { pruneStep } from '../../electron/storage/prune-inbox.ts';
import { mustOpen, type TemporaryDatabase, temporaryDatabase } from '../support/temporary-database.ts';

let database: TemporaryDatabase;
let inbox: BufferedInbox;
let commits: number[];

beforeEach(() => {
  database = temporaryDatabase();
  commits = [];
  inbox = createInbox({ ...database, onCommit: (events) => commits.push(events) });
});
afterEach(() => database.remove());

function anRawEvent(changes: Partial<RawEvent> = {}): RawEvent {
  return {
    profile: 'office',
    receivedAtMs: 1_705_824_000_123,
    name: 'NewState',
    dedupeKey: null,
    pbxCallId: '1610778618.378',
    encoding: 'json',
    body: Buffer.from('{"exten":"991"}'),
    ...changes,
  };
}

const many = (count: number, changes: (index: number) => Partial<RawEvent>) =>
  Promise.all(Array.from({ length: count }, (_, index) => inbox.append(anRawEvent(changes(index)))));

describe('append', () => {
  it('resolves to the stored event, which is then there to be worked on', async () => {
    const stored = await inbox.append(anRawEvent({ dedupeKey: 'k' }));
    expect(stored).toMatchObject({ ...anRawEvent({ dedupeKey: 'k' }), state: 'new' });
    expect(inbox.listNew('office', 0, 9999)).toEqual([
      { ...stored, body: new Uint8Array(Buffer.from('{"exten":"991"}')) },
    ]);
  });

  it('is committed, not only queued, when it resolves', async () => {
    await inbox.append(anRawEvent());
    const other = mustOpen(database.file);
    expect(other.connection.prepare('SELECT count(*) AS n FROM inbox').get()).toMatchObject({ n: 1 });
    other.close();
  });

  it('shares commits among events that come in together', async () => {
    const other = mustOpen(database.file);
    const stored = await many(200, (index) => ({ dedupeKey: `k${index}` }));
    expect(new Set(stored.map((event) => event?.id)).size).toBe(200);
    expect(commits).toEqual([200]);
    expect(other.connection.prepare('SELECT count(*) AS n FROM inbox').get()).toMatchObject({ n: 200 });
    other.close();
  });

  it('keeps the order in which events came', async () => {
    await many(20, (index) => ({ name: `n${index}` }));
    expect(inbox.listNew('office', 0, 9999).map((event) => event.name)).toEqual(
      Array.from({ length: 20 }, (_, index) => `n${index}`),
    );
  });

  it('stores an equal event once, within one commit and across commits', async () => {
    const [first, second] = await many(2, () => ({ dedupeKey: 'same' }));
    expect([first?.state, second]).toEqual(['new', null]);
    expect(await inbox.append(anRawEvent({ dedupeKey: 'same' }))).toBeNull();
    expect(inbox.listNew('office', 0, 9999)).toHaveLength(1);
  });

  it('keeps repeats of events that nothing tells apart', async () => {
    const stored = await many(3, () => ({ dedupeKey: null }));
    expect(stored.every((event) => event !== null)).toBe(true);
    expect(inbox.listNew('office', 0, 9999)).toHaveLength(3);
  });

  it('takes equal keys of two profiles for two events', async () => {
    await many(2, (index) => ({ dedupeKey: 'same', profile: `profile-${index}` }));
    expect(inbox.listNew('profile-0', 0, 9999).map((event) => event.profile)).toEqual(['profile-0']);
    expect(inbox.listNew('profile-1', 0, 9999).map((event) => event.profile)).toEqual(['profile-1']);
    expect(inbox.listNew('nobody', 0, 9999)).toEqual([]);
  });

  it('rejects all events of a commit that fails and stores none of them', async () => {
    database.connection.exec(
      "CREATE TRIGGER disk_full BEFORE INSERT ON inbox WHEN NEW.name = 'bad' BEGIN SELECT RAISE(ABORT, 'disk full'); END",
    );
    const outcomes = await Promise.allSettled(
      ['good', 'bad', 'good'].map((name) => inbox.append(anRawEvent({ name, dedupeKey: null }))),
    );
    expect(outcomes.map((outcome) => outcome.status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(inbox.listNew('office', 0, 9999)).toEqual([]);
    expect(commits).toEqual([]);
    expect(database.connection.isTransaction).toBe(false);
    expect(await inbox.append(anRawEvent())).not.toBeNull();
  });

  it('takes an event again whose first commit failed', async () => {
    database.connection.exec("CREATE TRIGGER t BEFORE INSERT ON inbox BEGIN SELECT RAISE(ABORT, 'disk full'); END");
    await expect(inbox.append(anRawEvent({ dedupeKey: 'k' }))).rejects.toThrow('disk full');
    database.connection.exec('DROP TRIGGER t');
    expect(await inbox.append(anRawEvent({ dedupeKey: 'k' }))).not.toBeNull();
  });

  it('rejects when the database was closed meanwhile', async () => {
    const appended = inbox.append(anRawEvent());
    database.close();
    await expect(appended).rejects.toThrow();
  });

  it.each([
    ['a NUL', 'New\0State'],
    ['a lone surrogate', 'New\ud800State'],
    ['the replacement character', 'New\ufffd0000State'],
    ['4 KB', 'نام'.repeat(1365)],
    ['nothing', ''],
  ])('gives back a name and ids that hold %s', async (_, text) => {
    const stored = await inbox.append(anRawEvent({ name: text, dedupeKey: text, pbxCallId: text, profile: text }));
    expect(inbox.listNew(text, 0, 9999)).toEqual([{ ...stored, body: expect.any(Uint8Array) }]);
    expect(inbox.listNew(text, 0, 9999)[0]).toMatchObject({
      name: text,
      dedupeKey: text,
      pbxCallId: text,
      profile: text,
    });
  });

  it('keeps every byte of a body', async () => {
    const body = Uint8Array.from({ length: 65_536 }, (_, index) => index % 256);
    await many(2, (index) => ({ body: index === 0 ? body : new Uint8Array() }));
    expect(inbox.listNew('office', 0, 9999).map((event) => Buffer.from(event.body).equals(body))).toEqual([
      true,
      false,
    ]);
    expect(inbox.listNew('office', 0, 9999)[1]?.body).toHaveLength(0);
  });
});

describe('what became of an event', () => {
  it('takes it off the list of new ones', async () => {
    const stored = await many(3, (index) => ({ name: `n${index}` }));
    inbox.mark(stored[0]?.id ?? 0, 'applied', 'call-1');
    inbox.mark(stored[2]?.id ?? 0, 'unreadable', null);
    expect(inbox.listNew('office', 0, 9999).map((event) => event.name)).toEqual(['n1']);
  });

  it('gives new ones page by page, and a page that is not full only at the end, whatever was marked or cannot be read', async () => {
    const stored = await many(9, (index) => ({ name: `n${index}`, dedupeKey: null }));
    for (const at of [0, 1, 2, 5]) inbox.mark(stored[at]?.id ?? 0, 'applied', null);
    database.connection.exec("UPDATE inbox SET received_at_ms = 'yesterday' WHERE name = 'n4'");
    const pageAfter = (at: number) => inbox.listNew('office', stored[at]?.id ?? 0, 2).map(({ name }) => name);
    expect([pageAfter(-1), pageAfter(6), pageAfter(8)]).toEqual([['n3', 'n6'], ['n7', 'n8'], []]);
    expect(stored.map((event) => inbox.isNew(event?.id ?? 0))).toEqual([0, 0, 0, 1, 1, 0, 1, 1, 1].map(Boolean));
  });

  it('lets ignored ones of a PBX call be found again, oldest first', async () => {
    const stored = await many(5, (index) => ({
      name: `n${index}`,
      pbxCallId: index === 3 ? 'other' : 'one',
      profile: index === 4 ? 'demo' : 'office',
    }));
    for (const event of stored) inbox.mark(event?.id ?? 0, event?.name === 'n1' ? 'applied' : 'ignored', null);
    expect(inbox.listIgnored('office', 'one').map((event) => event.name)).toEqual(['n0', 'n2']);
    expect(inbox.listIgnored('office', 'none')).toEqual([]);
    expect(inbox.listIgnored('nobody', 'one')).toEqual([]);
  });

  it('is listed newest first, of one profile only', async () => {
    await many(6, (index) => ({ name: `n${index}`, profile: index % 2 === 0 ? 'office' : 'demo' }));
    expect(inbox.listRecent('office', 2).map((event) => event.name)).toEqual(['n4', 'n2']);
    expect(inbox.listRecent('nobody', 2)).toEqual([]);
  });
});

describe('marks', () => {
  /** As on the disk, seen by another program. */
  const onDisk = () => {
    const other = mustOpen(database.file);
    const rows: unknown = other.connection.prepare('SELECT state, call_id FROM inbox ORDER BY id').all();
    other.close();
    return (rows as { state: string; call_id: string | null }[]).map((row) => `${row.state} ${row.call_id ?? '-'}`);
  };

  it('cost no commit of their own, are seen at once and ride along with the next events', async () => {
    const [first, second] = await many(2, () => ({}));
    inbox.mark(first?.id ?? 0, 'ignored', null);
    inbox.mark(second?.id ?? 0, 'applied', 'call-1');
    expect(onDisk()).toEqual(['new -', 'new -']);
    expect(inbox.listNew('office', 0, 9999)).toEqual([]);
    expect(inbox.listIgnored('office', '1610778618.378').map(({ id }) => id)).toEqual([first?.id]);
    expect(inbox.listRecent('office', 9).map(({ state }) => state)).toEqual(['applied', 'ignored']);
    await inbox.append(anRawEvent());
    expect(onDisk()).toEqual(['ignored -', 'applied call-1', 'new -']);
  });

  it('supersede what was written or marked before', async () => {
    const stored = await inbox.append(anRawEvent());
    inbox.mark(stored?.id ?? 0, 'ignored', null);
    inbox.flush();
    inbox.mark(stored?.id ?? 0, 'applied', 'call-1');
    expect(inbox.listIgnored('office', '1610778618.378')).toEqual([]);
    inbox.flush();
    expect(onDisk()).toEqual(['applied call-1']);
  });

  it('are written within a moment when nothing else comes in', async () => {
    const stored = await inbox.append(anRawEvent());
    inbox.mark(stored?.id ?? 0, 'ignored', null);
    await expect.poll(onDisk, { timeout: 2000 }).toEqual(['ignored -']);
  });

  it('are kept when the database takes nothing', async () => {
    const stored = await inbox.append(anRawEvent());
    database.connection.exec("CREATE TRIGGER t BEFORE UPDATE ON inbox BEGIN SELECT RAISE(ABORT, 'disk full'); END");
    inbox.mark(stored?.id ?? 0, 'ignored', null);
    expect(() => inbox.flush()).toThrow('disk full');
    await expect(inbox.append(anRawEvent())).rejects.toThrow('disk full');
    expect(inbox.listNew('office', 0, 9999)).toEqual([]);
    database.connection.exec('DROP TRIGGER t');
    await inbox.append(anRawEvent());
    expect(onDisk()).toEqual(['ignored -', 'new -']);
  });
});

it('passes over a row that cannot be read and reports it', async () => {
  await many(2, (index) => ({ name: `n${index}` }));
  database.connection.exec("UPDATE inbox SET received_at_ms = 'yesterday' WHERE name = 'n0'");
  expect(inbox.listNew('office', 0, 9999).map((event) => event.name)).toEqual(['n1']);
  expect(database.unreadable).toMatchObject([{ table: 'inbox', id: '1' }]);
});

describe('old events', () => {
  it('that no call took are removed in steps; those of calls, new and unreadable ones and younger ones stay', async () => {
    const states = ['ignored', 'unknown', 'applied', 'unreadable'] as const;
    const old = await many(9, (index) => ({ name: `n${index}`, receivedAtMs: 1000 }));
    for (const [index, event] of old.entries()) {
      const state = states[index % 4];
      if (state !== undefined && index < 8) inbox.mark(event?.id ?? 0, state, null);
    }
    const young = await inbox.append(anRawEvent({ name: 'young', receivedAtMs: 9000 }));
    inbox.mark(young?.id ?? 0, 'ignored', null);
    inbox.flush();
    const steps: (number | null)[] = [];
    for (let from: number | null = 0; from !== null; steps.push(from)) {
      from = pruneStep(database.connection, { beforeMs: 5000, afterId: from, rows: 4 });
    }
    expect(steps).toEqual([4, 8, null]);
    expect(inbox.listRecent('office', 20).map(({ name }) => name)).toEqual(['young', 'n8', 'n7', 'n6', 'n3', 'n2']);
  });
});
