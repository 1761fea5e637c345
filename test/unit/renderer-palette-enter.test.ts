import { expect, it } from 'vitest';
import { enterStep, isUnsettled } from '../../renderer/features/quick-dial/palette-enter.ts';
import type { PaletteEntry } from '../../renderer/features/quick-dial/palette-list.ts';

const entry: PaletteEntry = { kind: 'typed', number: '09120000001', extension: null, name: null, known: null };
const settled = { unsettled: false, obstacle: null, chosen: entry };

it('calls what is chosen, and only chooses where nothing was looked for', () => {
  expect(enterStep(settled, false)).toEqual({ do: 'call', entry });
  expect(enterStep({ ...settled, chosen: null }, false)).toEqual({ do: 'choose-first' });
});

it('does nothing for a held key, while a call is not possible, and while another number may come to the head', () => {
  expect(enterStep(settled, true)).toEqual({ do: 'nothing' });
  expect(enterStep({ ...settled, obstacle: { code: 'caller-missing' } }, false)).toEqual({ do: 'nothing' });
  for (const chosen of [entry, null]) {
    expect(enterStep({ ...settled, chosen, unsettled: true }, false)).toEqual({ do: 'nothing' });
  }
});

it('is unsettled while the text is read, or earlier calls for the beginning of a number are not known yet', () => {
  const opening = { reading: false };
  const begun = {
    opening,
    text: '0912000',
    countryCode: '98',
    digits: '0912000',
    words: '0912000',
    contactsFor: '0912000',
  };
  expect(isUnsettled({ ...begun, recentFor: null })).toBe(true);
  // Those for the key before say nothing of this one.
  expect(isUnsettled({ ...begun, recentFor: '091200' })).toBe(true);
  expect(isUnsettled({ ...begun, recentFor: '0912000' })).toBe(false);
  expect(isUnsettled({ ...begun, recentFor: '0912000', opening: { reading: true } })).toBe(true);
  // Nor may a contact come to the head any more; of words nothing else is called.
  expect(isUnsettled({ ...begun, recentFor: '0912000', contactsFor: '091200' })).toBe(true);
  const name = { ...begun, text: 'ali', digits: null, words: 'ali', recentFor: null };
  expect([isUnsettled({ ...name, contactsFor: 'al' }), isUnsettled({ ...name, contactsFor: 'ali' })]).toEqual([
    true,
    false,
  ]);
  // A whole number stays at the head whatever comes.
  expect(isUnsettled({ ...begun, text: '09120000001', digits: '09120000001', recentFor: null })).toBe(false);
});
