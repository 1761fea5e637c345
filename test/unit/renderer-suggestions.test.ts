import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isStranger } from '../../renderer/features/keypad/use-suggestion-list.ts';
import { askSuggestions, forgetSuggestions, useSuggestions } from '../../renderer/stores/suggestions.ts';
import type { ContactName } from '../../shared/domain/contact/contact.ts';
import type { CalledNumber } from '../../shared/ipc/call-contract.ts';
import type { ContactHit } from '../../shared/ipc/contact-contract.ts';
import { aDraft } from '../support/contact-builders.ts';

const ali: ContactName = {
  contactId: 'ali',
  name: 'Ali Karimi',
  company: '',
  source: 'own',
  favourite: false,
  doNotCall: false,
  trunkName: null,
};
let owners: Readonly<Record<string, ContactName>> = {};
let exact: CalledNumber | null = null;
let hits: readonly ContactHit[] = [];
let asked: string[] = [];
let held: (() => void)[] | null = null;

function answer(channel: string, input: { readonly numbers?: readonly string[] }): unknown {
  asked.push(channel);
  if (channel === 'call:suggest') return { ok: true, value: { exact, numbers: [] } };
  if (channel === 'contact:search') return { ok: true, value: { hits } };
  return { ok: true, value: { names: input.numbers?.map((number) => owners[number] ?? null) } };
}

beforeEach(() => {
  vi.useFakeTimers();
  owners = { '09121234567': ali };
  exact = null;
  hits = [];
  asked = [];
  held = null;
  forgetSuggestions();
  vi.stubGlobal('window', {
    dialer: {
      request: (channel: string, input: { readonly numbers?: readonly string[] }) => {
        const value = answer(channel, input);
        if (held === null) return Promise.resolve(value);
        return new Promise((resolve) => held?.push(() => resolve(value)));
      },
    },
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const settle = () => vi.advanceTimersByTimeAsync(100);
const typed = async (digits: string) => {
  askSuggestions({ text: '', digits });
  await settle();
};

describe('the owner of the typed number', () => {
  it('is told for the whole number alone, and goes with it', async () => {
    await typed('0912123456');
    expect(useSuggestions.getState().owner).toBeNull();
    await typed('09121234567');
    expect(useSuggestions.getState().owner).toEqual(ali);
    await typed('091212345678');
    expect(useSuggestions.getState().owner).toBeNull();
  });

  it('is not looked for where there is no number', async () => {
    askSuggestions({ text: 'ali', digits: null });
    await settle();
    expect(asked).not.toContain('contact:names');
    expect(useSuggestions.getState().owner).toBeNull();
  });

  it('of an older question does not take the place of a newer one', async () => {
    held = [];
    await typed('09121234567');
    const late = held;
    held = null;
    await typed('0912123456');
    for (const tell of late) tell();
    await settle();
    expect(useSuggestions.getState()).toMatchObject({ asked: { digits: '0912123456' }, owner: null });
  });

  it('is another one once the contacts are others and it is asked again', async () => {
    await typed('09121234567');
    owners = {};
    await typed('09121234567');
    expect(useSuggestions.getState().owner).toBeNull();
  });
});

describe('what is said of the typed number', () => {
  it('is what earlier calls say of it, also beside the contact it is one of, and what was written down', async () => {
    const numbers = [{ label: 'mobile', written: '0912 123 4567' }] as const;
    const contact = { ...aDraft('Ali Karimi', []), numbers, note: 'Wants a call back', id: 'ali' };
    hits = [
      {
        contact: { ...contact, source: 'own', changedAtMs: 1 },
        matched: { field: 'number', numberIndex: 0 },
      },
    ];
    exact = {
      number: '+989121234567',
      lastAtMs: 5,
      ending: 'busy',
      disposition: 'busy',
      calls: 3,
      triesToday: 2,
    };
    await typed('09121234567');
    const { list, note } = useSuggestions.getState();
    expect(list).toEqual([{ number: '09121234567', name: 'Ali Karimi', known: exact }]);
    expect(note).toBe('Wants a call back');
    // Of nobody there is no note, and the number alone is no suggestion.
    hits = [];
    owners = {};
    await typed('09121234567');
    expect(useSuggestions.getState()).toMatchObject({ list: [], note: '' });
  });
});

describe('a stranger', () => {
  const asking = (digits: string | null) => (digits === null ? null : { text: '', digits });
  it.each([
    ['0912123', '0912123', null, true],
    ['091212345', '0912123', null, true],
    ['091212', '091212', null, false],
    ['0912123', null, null, false],
    ['0912999', '0912123', null, false],
    ['0912123', '09121234', null, false],
    ['09121234567', '09121234567', ali, false],
  ] as const)('%s, of which %s was answered with %o: %s', (digits, answered, owner, stranger) => {
    expect(isStranger(digits, { asked: asking(answered), owner })).toBe(stranger);
  });
});
