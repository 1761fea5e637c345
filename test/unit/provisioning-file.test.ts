import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createSettingsChanges } from '../../electron/desk/settings-changes.ts';
import { applyProvisioningFile } from '../../electron/provisioning/apply-provisioning-file.ts';
import { createCredentialVault } from '../../electron/storage/credential-vault.ts';
import { createSettingsStore } from '../../electron/storage/settings-store.ts';
import { memoryFile, secretBox, silent } from '../support/settings-fakes.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

function start(content: unknown) {
  const store = createSettingsStore(memoryFile({ hotkeys: { direct: true, redial: 'Ctrl+Alt+R' } }), silent);
  const vault = createCredentialVault(memoryFile(), secretBox('k'), silent);
  const file = join(temporaryFolder('provision'), 'desk.json');
  writeFileSync(file, JSON.stringify(content));
  const became = applyProvisioningFile(file, {
    apply: createSettingsChanges({ store, vault, platform: 'linux' }).provision,
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
