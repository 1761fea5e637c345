import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createKeptElsewhere } from '../../electron/desk/kept-elsewhere.ts';
import { createSettingsChanges } from '../../electron/desk/settings-changes.ts';
import { applyProvisioningFile } from '../../electron/provisioning/apply-provisioning-file.ts';
import { takeSecretVariables } from '../../electron/provisioning/secret-variables.ts';
import { systemFilePlaces } from '../../electron/provisioning/system-file-place.ts';
import { createCredentialVault } from '../../electron/storage/credential-vault.ts';
import { createSettingsStore } from '../../electron/storage/settings-store.ts';
import { loginItem, memoryFile, secretBox, silent } from '../support/settings-fakes.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

function start(content: unknown) {
  const store = createSettingsStore(memoryFile({ hotkeys: { direct: true, redial: 'Ctrl+Alt+R' } }), silent);
  const vault = createCredentialVault(memoryFile(), secretBox('k'), silent);
  const file = join(temporaryFolder('provision'), 'desk.json');
  writeFileSync(file, JSON.stringify(content));
  const { became } = applyProvisioningFile(file, {
    apply: createSettingsChanges({ store, vault, platform: 'linux' }).provision,
    inFirst: (work) => work(),
    keptElsewhere: createKeptElsewhere({ store, vault, atLogin: loginItem() }),
    variables: new Map(),
    platform: 'linux',
    vault,
    log: silent,
  });
  return { became, hotkeys: store.read().hotkeys };
}

test('an administrator may forbid calls that nobody confirms', () => {
  const { became, hotkeys } = start({ version: 1, hotkeys: { direct: false } });
  expect(became).toMatchObject({ state: 'applied' });
  expect(hotkeys).toMatchObject({ direct: false, redial: 'Ctrl+Alt+R' });
});

test('nobody but the agent turns them on, and the message says so of the field', () => {
  const { became, hotkeys } = start({ version: 1, hotkeys: { direct: true, redial: 'Ctrl+Alt+Q' } });
  expect(became).toMatchObject({
    state: 'failed',
    error: {
      code: 'provisioning-invalid',
      field: 'hotkeys.direct',
      reason: expect.stringContaining('the agent alone turns direct mode on'),
    },
  });
  expect(hotkeys).toMatchObject({ direct: true, redial: 'Ctrl+Alt+R' });
});

test('only who sets up the whole computer says where updates come from', () => {
  const { became } = start({ version: 1, updates: { feed: 'https://updates.example.com/' } });
  expect(became).toMatchObject({ state: 'failed', error: { code: 'provisioning-invalid', field: 'updates' } });
});

test('no variable leads away from the file for the whole computer', () => {
  const elsewhere = { ProgramData: 'D:\\mine', HOME: '/mine', XDG_CONFIG_DIRS: '/mine', DIALDESK_PROVISION: '/mine' };
  expect(systemFilePlaces('linux', elsewhere)).toEqual(['/etc/dialdesk/provisioning.json']);
  expect(systemFilePlaces('darwin', elsewhere)).toEqual(['/Library/Application Support/Dialdesk/provisioning.json']);
  // The usual drive first: another one counts only where nothing is there.
  expect(systemFilePlaces('win32', elsewhere)[0]).toBe('C:\\ProgramData\\Dialdesk\\provisioning.json');
  expect(systemFilePlaces('win32', { ProgramData: 'C:\\ProgramData' })).toHaveLength(1);
});

test('variables of secrets are taken out of the environment, whatever a file says, and no others', () => {
  const environment = {
    DIALDESK_SECRET_A: 'a',
    DIALDESK_SECRET_: 'b',
    DIALDESK_PROVISION: '/etc/a.json',
    PATH: '/bin',
  };
  expect([...takeSecretVariables(environment)]).toEqual([
    ['DIALDESK_SECRET_A', 'a'],
    ['DIALDESK_SECRET_', 'b'],
  ]);
  expect(environment).toEqual({ DIALDESK_PROVISION: '/etc/a.json', PATH: '/bin' });
});
