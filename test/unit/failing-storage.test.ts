import { describe, expect, test } from 'vitest';
import { createCallJournal } from '../../electron/calls/call-journal.ts';
import { createOriginateCall } from '../../electron/calls/originate-call.ts';
import {
  type Inbox,
  type InboxState,
  type OriginateAnswer,
  type ReadEvent,
  StorageFailure,
  type StoredEvent,
} from '../../electron/calls/ports.ts';
import { createRecordCallEvent } from '../../electron/calls/record-call-event.ts';
import { createSettleSilentCalls } from '../../electron/calls/settle-silent-calls.ts';
import { createStorageWatch } from '../../electron/desk/storage-watch.ts';
import type { CallEvent } from '../../shared/domain/call-event.ts';
import { succeed } from '../../shared/result.ts';
import { defaultSettings } from '../../shared/settings/defaults.ts';
import { aMinimalCall } from '../support/call-builders.ts';
import { aDialPlanner } from '../support/dial-planner.ts';
import { createMemoryCallStore } from '../support/memory-call-store.ts';
import { aReportIntake } from '../support/report-intake.ts';

const own = { profile: 'main', agentNumber: '557' };

/** A desk whose disk can be full: reading goes on, writing does not. */
function setUp() {
  const disk = { full: false, fullAtCommit: false };
  const told: string[] = [];
  const onlyWith = <T>(work: () => T): T => {
    if (disk.full) throw new Error('SQLITE_FULL');
    return work();
  };
  const kept = createMemoryCallStore();
  const states = new Map<number, InboxState>();
  const events: StoredEvent[] = [];
  const listed: number[] = [];
  const keptInbox: Inbox = {
    append: async () => onlyWith(() => null),
    mark: (id, state) => onlyWith(() => states.set(id, state)),
    marking: (work) => work(),
    isNew: (id) => !states.has(id),
    listNew(_profile, afterId, limit) {
      listed.push(afterId);
      return events.filter(({ id }) => id > afterId && !states.has(id)).slice(0, limit);
    },
    listIgnored: () => [],
    listRecent: () => [],
  };
  const storage = createStorageWatch({ onChange: (problem) => told.push(problem === null ? 'well' : String(problem)) });
  const store = storage.calls({
    ...kept,
    save: (call) => onlyWith(() => kept.save(call)),
    together(profile, work) {
      kept.together(profile, work);
      if (disk.fullAtCommit) throw new Error('SQLITE_FULL');
    },
  });
  const inbox = storage.inbox(keptInbox);
  const journal = createCallJournal({ store, own: () => own, publish: () => undefined, onBug: () => undefined });
  const sent: unknown[] = [];
  const asked: { answer: (answer: OriginateAnswer) => void }[] = [];
  const originate = createOriginateCall({
    ending: () => false,
    pbx: {
      approach: () => undefined,
      originate: (request) => {
        sent.push(request);
        return new Promise((answer) => asked.push({ answer }));
      },
    },
    store,
    journal,
    planner: aDialPlanner(() => ({ identity: { ...defaultSettings.identity, caller: '557' } })),
    identity: () => ({ ...defaultSettings.identity, caller: '557' }),
    profile: () => own.profile,
    clock: () => 1000,
  });
  const bugs: unknown[] = [];
  const record = createRecordCallEvent({
    inbox,
    store,
    journal,
    own: () => own,
    read: (event): ReadEvent => {
      if (event.name === 'Poison') throw new TypeError('a bug');
      return { kind: 'call', event: { ...survey, pbxCallId: event.pbxCallId } };
    },
    onWorked: () => undefined,
    onBug: (_stored, problem) => bugs.push(problem),
  });
  const receive = (name: string, profile = own.profile): StoredEvent => {
    const stored: StoredEvent = {
      id: events.length + 1,
      profile,
      receivedAtMs: 1000,
      name,
      dedupeKey: null,
      pbxCallId: `1.${events.length}`,
      encoding: 'json',
      body: new Uint8Array(),
      state: 'new',
    };
    events.push(stored);
    record.work(stored);
    return stored;
  };
  return {
    disk,
    told,
    storage,
    store,
    inbox,
    journal,
    kept,
    states,
    originate,
    sent,
    asked,
    record,
    receive,
    bugs,
    listed,
  };
}

const survey: CallEvent = {
  kind: 'survey',
  originatedCallId: null,
  pbxCallId: null,
  receivedAtMs: 1000,
  caller: null,
  callee: null,
  score: 5,
  label: null,
};

describe('with a database that takes nothing', () => {
  test('no call is placed, and the number may be dialled again at once when it does', async () => {
    const { disk, originate, sent, kept } = setUp();
    disk.full = true;
    expect(await originate({ destination: '558', trunkName: null })).toEqual({
      ok: false,
      error: { code: 'storage-failed' },
    });
    expect(sent).toEqual([]);
    disk.full = false;
    void originate({ destination: '558', trunkName: null });
    expect(sent).toHaveLength(1);
    expect(kept.all()).toHaveLength(1);
  });

  test('a person still learns what became of a request that was sent before', async () => {
    const { disk, originate, asked } = setUp();
    const result = originate({ destination: '558', trunkName: null });
    disk.full = true;
    asked[0]?.answer({ outcome: 'accepted', originatedCallId: 'orig.call.1.1' });
    expect(await result).toMatchObject({ ok: true, value: { outcome: 'accepted' } });
  });

  test('events are put off and worked on as soon as it takes them', () => {
    const { disk, receive, record, states, bugs } = setUp();
    disk.full = true;
    receive('Survey');
    receive('Survey');
    record.workPutOff();
    expect(states.size).toBe(0);
    disk.full = false;
    record.workPutOff();
    expect([...states.keys()]).toEqual([1, 2]);
    expect(bugs).toEqual([]);
  });

  test('silent calls stay due', async () => {
    const { disk, originate, asked, store, kept, journal } = setUp();
    const result = originate({ destination: '558', trunkName: null });
    asked[0]?.answer({ outcome: 'accepted', originatedCallId: null });
    await result;
    const settle = createSettleSilentCalls({
      pbx: { searchCallRecords: () => Promise.resolve(succeed([])) },
      store,
      journal,
      reports: aReportIntake({ store, journal, own: () => own, clock: () => 1_000_000 }),
      profile: () => own.profile,
      clock: () => 1_000_000,
      watchedSinceMs: () => 0,
      ownStatesArrive: () => true,
    });
    disk.full = true;
    await settle.settleDue();
    expect(kept.all().at(0)?.settlement).toBeNull();
    disk.full = false;
    await settle.settleDue();
    expect(kept.all().at(0)?.settlement).not.toBeNull();
  });

  test('it is known to fail until it takes something again, and that is told once', async () => {
    const { disk, storage, inbox, store, told } = setUp();
    disk.full = true;
    const event = {} as Parameters<Inbox['append']>[0];
    await expect(inbox.append(event)).rejects.toThrow('The database failed');
    await expect(inbox.append(event)).rejects.toThrow('The database failed');
    store.count('main');
    expect(storage.failed()).toBe(true);
    disk.full = false;
    await inbox.append(event);
    expect(storage.failed()).toBe(false);
    expect(told).toEqual(['Error: SQLITE_FULL', 'well']);
  });
});

test('what is written together proves nothing before its commit, which may still be refused', () => {
  const { disk, storage, store, told } = setUp();
  const call = aMinimalCall();
  disk.fullAtCommit = true;
  for (let turn = 0; turn < 3; turn += 1) {
    expect(() => store.together('main', () => store.save(call))).toThrow(StorageFailure);
  }
  expect(storage.failed()).toBe(true);
  expect(told).toEqual(['Error: SQLITE_FULL']);
  disk.fullAtCommit = false;
  store.together('main', () => store.save(call));
  expect(told).toEqual(['Error: SQLITE_FULL', 'well']);
});

test('what imports and their list ask of it fails as the rest does, also in the background', async () => {
  const told: unknown[] = [];
  const storage = createStorageWatch({ onChange: (problem) => told.push(problem) });
  const broken = (): never => {
    throw new Error('SQLITE_IOERR');
  };
  const imports = storage.pastImports({ list: broken });
  expect(imports.list).toThrow(StorageFailure);
  expect(storage.failed()).toBe(true);
  const intake = storage.intake({
    beginImport: broken,
    appendImported: broken,
    replaceImported: broken,
    finishImport: broken,
    releaseImport: broken,
    dropImport: (id) => (id === 'at once' ? broken() : Promise.reject(new Error('SQLITE_IOERR'))),
    dropDirectory: broken,
    replaceDirectory: broken,
    dropUnfinished: broken,
  });
  expect(() => void intake.dropImport('at once')).toThrow(StorageFailure);
  expect(() => void intake.dropDirectory('main')).toThrow(StorageFailure);
  await expect(intake.dropImport('later')).rejects.toThrow(StorageFailure);
});

describe('recorded events', () => {
  test('one that breaks the reader is reported and does not hold up the others', () => {
    const { receive, record, states, bugs } = setUp();
    receive('Poison');
    receive('Survey');
    record.workLeftOver();
    expect([...states.keys()]).toEqual([2]);
    expect(bugs).toHaveLength(2);
  });

  test('left over in numbers are worked on in turns with everything else', async () => {
    const { disk, receive, record, states } = setUp();
    disk.full = true;
    for (let at = 0; at < 100; at += 1) receive('Survey');
    disk.full = false;
    record.workLeftOver();
    expect(states.size).toBeGreaterThan(0);
    expect(states.size).toBeLessThan(50);
    await expect.poll(() => states.size).toBe(100);
  });

  test('left over are listed from their beginning once, however often the timer comes meanwhile', async () => {
    const { disk, receive, record, states, listed } = setUp();
    disk.full = true;
    for (let at = 0; at < 100; at += 1) receive('Survey');
    disk.full = false;
    record.workLeftOver();
    record.putOff();
    while (states.size < 100) {
      record.workPutOff();
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(listed.filter((afterId) => afterId === 0)).toHaveLength(1);
    // What was put off meanwhile is looked for when the round is over.
    await expect.poll(() => listed.at(-1)).toBe(100);
    record.workPutOff();
    expect(listed.at(-1)).toBe(0);
  });

  test('of a profile that is not in use wait until it is', () => {
    const { receive, record, states, kept } = setUp();
    receive('Survey', 'demo');
    record.workLeftOver();
    expect(states.size).toBe(0);
    expect(kept.all()).toEqual([]);
  });
});
