import { describe, expect, it, vi } from 'vitest';
import { offeredTrunks, trunkDeeds } from '../../renderer/features/trunk-picker/trunk-choices.ts';
import { contactTrunkOf, ownerOf, useSuggestions } from '../../renderer/stores/suggestions.ts';
import type { ContactName } from '../../shared/domain/contact/contact.ts';

const trunk = (name: string) => ({ name, description: '', active: true });
const told = (name: string) => ({ name, state: 'ok', atMs: 1 }) as const;
const names = (...of: Parameters<typeof offeredTrunks>) => offeredTrunks(...of).map(({ name }) => name);

describe('the list of trunks', () => {
  const list = ['Irancell', 'MCI', 'Shatel'].map(trunk);

  it('has favourites first, and leaves each group in the order of the PBX', () => {
    expect(names(list, [], [])).toEqual(['Irancell', 'MCI', 'Shatel']);
    expect(names(list, [], ['Shatel', 'MCI'])).toEqual(['MCI', 'Shatel', 'Irancell']);
  });

  it('has what was told of since it was read, once', () => {
    expect(names(list, [told('MCI'), told('New')], ['New'])).toEqual(['New', 'Irancell', 'MCI', 'Shatel']);
  });

  it('knows a favourite that the PBX does not list only while its list is not known', () => {
    expect(names(list, [], ['Gone'])).toEqual(['Irancell', 'MCI', 'Shatel']);
    expect(names(null, [told('MCI')], ['MCI', 'Gone'])).toEqual(['MCI', 'Gone']);
  });
});

describe('what can be done with the chosen trunk', () => {
  const own = (trunkName: string | null) => ({ source: 'own', trunkName }) as const;
  it.each([
    ['nothing without one', '', [], own(null), []],
    ['it is marked', 'MCI', [], null, ['favourite']],
    ['it is marked no longer', 'MCI', ['MCI'], null, ['notFavourite']],
    ['it is kept for the contact', 'MCI', [], own(null), ['keepFor', 'favourite']],
    ['it takes the place of another', 'MCI', [], own('Shatel'), ['keepFor', 'favourite']],
    ['it is kept no longer', 'MCI', ['MCI'], own('MCI'), ['notKeepFor', 'notFavourite']],
    [
      'nothing is written of an entry of the directory',
      'MCI',
      [],
      { source: 'pbx-user', trunkName: null },
      ['favourite'],
    ],
  ] as const)('%s', (_what, name, favourites, owner, deeds) => {
    expect(trunkDeeds(name, favourites, owner)).toEqual(deeds);
  });
});

describe('the trunk of a call', () => {
  const ali: ContactName = {
    contactId: 'ali',
    name: 'Ali',
    company: '',
    source: 'own',
    favourite: false,
    doNotCall: false,
    trunkName: 'Shatel',
  };

  it('is that of the contact it was put in for, else of the contact of the number, else left to rules and settings', () => {
    expect(contactTrunkOf('MCI', ali)).toBe('MCI');
    expect(contactTrunkOf(null, ali)).toBe('Shatel');
    expect(contactTrunkOf(null, { trunkName: null })).toBeNull();
    expect(contactTrunkOf(null, null)).toBeNull();
  });

  it('is not that of whose number was answered before this one: whose this is is asked for', async () => {
    const asked: unknown[] = [];
    const request = async (_channel: string, input: unknown) => {
      asked.push(input);
      return { ok: true, value: { names: [null] } };
    };
    vi.stubGlobal('window', { dialer: { request } });
    useSuggestions.setState({ asked: { text: '', digits: '09121234567' }, owner: ali });
    expect(await ownerOf('09121234567')).toBe(ali);
    expect(asked).toEqual([]);
    expect(await ownerOf('0912123456')).toBeNull();
    expect(asked).toEqual([{ numbers: ['0912123456'] }]);
    vi.unstubAllGlobals();
  });
});
