import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { createCallJournal } from '../../electron/calls/call-journal.ts';
import { StorageFailure } from '../../electron/calls/ports.ts';
import type { Call } from '../../shared/domain/call.ts';
import { aMinimalCall, own } from '../support/call-builders.ts';
import { createMemoryCallStore } from '../support/memory-call-store.ts';

function setUp(commit: () => void = () => undefined, deaf = '') {
  const store = createMemoryCallStore();
  const told: string[] = [];
  const published: Call[] = [];
  const bugs: unknown[] = [];
  let committed = false;
  const journal = createCallJournal({
    store: {
      ...store,
      together(_profile, work) {
        work();
        commit();
        committed = true;
      },
    },
    own: () => own,
    publish(call) {
      const { id } = call;
      published.push(call);
      if (id === deaf) throw new StorageFailure('not to be read');
      told.push(committed ? id : `${id} too early`);
    },
    onBug: (problem) => void bugs.push(problem),
  });
  return { journal, store, told, published, bugs };
}

describe('many changes together', () => {
  test('are told when they are committed, each call once, as it is at the end', () => {
    const { journal, told } = setUp();
    journal.together(() => {
      journal.begin(aMinimalCall({ id: 'a' }));
      journal.begin(aMinimalCall({ id: 'b' }));
      journal.begin(aMinimalCall({ id: 'a' }));
    });
    expect(told).toEqual(['a', 'b']);
  });

  test('are not told when the database did not take them', () => {
    const { journal, told } = setUp(() => {
      throw new StorageFailure('full');
    });
    expect(() => journal.together(() => journal.begin(aMinimalCall({ id: 'a' })))).toThrow(StorageFailure);
    expect(told).toEqual([]);
  });

  test('stay as far as they came when one of them is a bug, which is heard of', () => {
    const { journal, told } = setUp();
    const work = () => {
      journal.begin(aMinimalCall({ id: 'a' }));
      throw new Error('a bug');
    };
    expect(() => journal.together(work)).toThrow('a bug');
    expect(told).toEqual(['a']);
  });
});

describe('a listener that fails', () => {
  test('of one call keeps nobody from hearing of the others, and takes back nothing that is committed', () => {
    const { journal, told, bugs } = setUp(undefined, 'a');
    journal.together(() => {
      for (const id of ['a', 'b', 'c']) journal.begin(aMinimalCall({ id }));
    });
    expect(told).toEqual(['b', 'c']);
    expect(bugs).toEqual([expect.any(StorageFailure)]);
  });

  test('is no reason to take a call for one that was not kept', async () => {
    const { journal, store, bugs } = setUp(undefined, 'a');
    journal.begin(aMinimalCall({ id: 'a' }));
    expect(store.get('a')).not.toBeNull();
    await turn();
    expect(bugs).toHaveLength(1);
  });
});

describe('a call that begins', () => {
  test('is kept at once, and told of after what waits for that', async () => {
    const { journal, store, told } = setUp();
    journal.together(() => undefined);
    journal.begin(aMinimalCall({ id: 'a' }));
    expect(store.get('a')).not.toBeNull();
    expect(told).toEqual([]);
    await turn();
    expect(told).toEqual(['a']);
  });

  test('is told of once, as it is by then', async () => {
    const { journal, published } = setUp();
    const call = aMinimalCall({ id: 'a' });
    journal.begin(call);
    const changed = journal.apply(call, {
      kind: 'originate-outcome',
      outcome: 'accepted',
      originatedCallId: 'orig.call.1',
      message: null,
      atMs: call.startedAtMs + 5,
    });
    await turn();
    expect(published).toEqual([changed]);
  });
});
