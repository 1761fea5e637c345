import { describe, expect, it } from 'vitest';
import { settingMode, shownGroups } from '../../renderer/features/settings/setting-mode.ts';
import { settingNames } from '../../renderer/features/settings/settings-catalogue.ts';
import { settingsGroups } from '../../renderer/stores/view.ts';
import { settingModes } from '../../shared/settings/managed.ts';
import { lockableNames, provisionedGroupNames, provisioningSchema } from '../../shared/settings/provisioning-schema.ts';
import { unmanaged } from '../support/unmanaged.ts';

const settingsIn = (name: string) => [...settingModes({ version: 1, locked: [name] }).keys()];

describe('what the administrator says of a setting', () => {
  it.each(lockableNames)('is seen in the settings when it is locked, and not when it is hidden: %s', (name) => {
    for (const setting of settingsIn(name)) {
      const seen = (managed: typeof unmanaged, mode: string) =>
        settingNames.filter((entry) => settingMode(managed, entry) === mode);
      expect(seen({ ...unmanaged, locked: [setting] }, 'locked')).toHaveLength(1);
      expect(seen({ ...unmanaged, hidden: [setting] }, 'hidden')).toHaveLength(1);
    }
  });

  it('is one thing: hidden before locked, locked before a default', () => {
    const defaults = { 'ui.theme': 'dark' };
    expect(settingMode(unmanaged, 'ui.theme')).toBe('free');
    expect(settingMode({ ...unmanaged, defaults }, 'ui.theme')).toBe('default');
    expect(settingMode({ ...unmanaged, defaults, locked: ['ui.theme'] }, 'ui.theme')).toBe('locked');
    expect(settingMode({ ...unmanaged, locked: ['ui.theme'], hidden: ['ui.theme'] }, 'ui.theme')).toBe('hidden');
  });

  it('names a group for its settings, not for its secrets', () => {
    expect(settingsIn('listener')).toEqual([
      'listener.enabled',
      'listener.host',
      'listener.port',
      'listener.path',
      'listener.allowFrom',
    ]);
  });

  it('leaves a group out of the list when nothing of it is to be seen', () => {
    const hidden = settingsIn('callLimit');
    expect(shownGroups({ ...unmanaged, hidden })).toEqual(settingsGroups.filter((group) => group !== 'callLimit'));
    expect(shownGroups({ ...unmanaged, hidden: hidden.slice(1) })).toEqual(settingsGroups);
    // What can be done there is no setting.
    expect(shownGroups({ ...unmanaged, hidden: settingsIn('notifications') })).toEqual(settingsGroups);
  });
});

it('a file can give a value to every group that it can lock', () => {
  const groups = Object.keys(provisioningSchema.shape).filter(
    (key) => !['$schema', 'version', 'locked', 'hidden', 'profile'].includes(key),
  );
  expect(groups.sort()).toEqual([...provisionedGroupNames].sort());
});
