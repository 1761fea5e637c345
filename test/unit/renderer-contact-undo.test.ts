import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { deleteContact, undoLast, useContactDesk } from '../../renderer/stores/contact-desk.ts';
import type { Contact } from '../../shared/domain/contact/contact.ts';
import { aDraft } from '../support/contact-builders.ts';

const ali: Contact = { ...aDraft('Ali', []), id: 'ali', source: 'own', changedAtMs: 0 };
let restored: unknown;

beforeEach(() => {
  useContactDesk.setState({ ...useContactDesk.getInitialState() }, true);
  vi.stubGlobal('window', {
    dialer: {
      request: async (channel: string) => {
        if (channel === 'contact:delete') return { ok: true, value: { undo: 'token' } };
        return channel === 'contact:restore' ? restored : { ok: true, value: ali };
      },
      subscribe: () => undefined,
    },
  });
});
afterEach(() => vi.unstubAllGlobals());

const left = () => useContactDesk.getState().done.map(({ token }) => token);

it('an undo that failed can be tried again, one that is done or can never be is offered no more', async () => {
  await deleteContact(ali);
  restored = { ok: false, error: { code: 'storage-failed' } };
  expect(await undoLast()).toBeNull();
  expect(left()).toEqual(['token']);
  expect(useContactDesk.getState().failure).toEqual({ code: 'storage-failed' });
  restored = { ok: true, value: {} };
  expect(await undoLast()).toEqual(ali);
  expect([left(), useContactDesk.getState().failure]).toEqual([[], null]);

  await deleteContact(ali);
  restored = { ok: false, error: { code: 'contact-undo-gone' } };
  expect(await undoLast()).toBeNull();
  expect(left()).toEqual([]);
});
