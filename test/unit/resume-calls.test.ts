import { expect, test } from 'vitest';
import { createCallJournal } from '../../electron/calls/call-journal.ts';
import { createResumeCalls } from '../../electron/calls/resume-calls.ts';
import { anOriginatedCall, morningMs, own } from '../support/call-builders.ts';
import { createMemoryCallStore } from '../support/memory-call-store.ts';

test('a request whose answer was never seen is unknown after a restart, and others stay as they are', () => {
  const store = createMemoryCallStore();
  store.save(anOriginatedCall({}, { id: 'interrupted' }));
  store.save(anOriginatedCall({}, { id: 'accepted', outcome: 'accepted' }));
  const journal = createCallJournal({ store, own: () => own, publish: () => undefined, onBug: () => undefined });
  createResumeCalls({ store, journal, clock: () => morningMs + 9000 })(own.profile);
  expect(store.get('interrupted')).toMatchObject({ outcome: 'unknown', outcomeAtMs: morningMs + 9000 });
  expect(store.get('accepted')).toMatchObject({ outcome: 'accepted' });
});
