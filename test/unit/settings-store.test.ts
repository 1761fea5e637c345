import { describe, expect, test } from 'vitest';
import type { Log } from '../../electron/logging/log.ts';
import { createSettingsStore } from '../../electron/storage/settings-store.ts';
import { defaultSettings } from '../../shared/settings/defaults.ts';
import { memoryFile, silent } from '../support/settings-fakes.ts';

const { identity, pbx, listener, ui } = defaultSettings;

describe('the settings store', () => {
  test('begins with the defaults and writes nothing by itself', () => {
    const file = memoryFile();
    expect(createSettingsStore(file, silent).read()).toEqual(defaultSettings);
    expect(file.text()).toBe('{}');
  });

  test.each([
    ['groups that are no groups', { pbx: 'text', identity: null, ui: [], listener: 7, callLimit: true }],
    ['a mode nobody knows', { mode: 'expert' }],
    ['fields and groups nobody knows', { plugins: {}, ui: { ...ui, sound: 'loud' }, __proto__: { mode: 'demo' } }],
  ])('takes a file with %s for the defaults', (_title, content) => {
    expect(createSettingsStore(memoryFile(content), silent).read()).toEqual(defaultSettings);
  });

  test('keeps all fields but the one that is not valid, and says in the log which one that is', () => {
    const warned: unknown[] = [];
    const log: Log = { ...silent, warn: (_message, data) => warned.push(data) };
    const stored = { mode: 'simotel', identity: { ...identity, caller: '557', countryCode: 'IR' } };
    const store = createSettingsStore(memoryFile(stored), log);
    const { mode, identity: read } = store.read();
    expect(mode).toBe('simotel');
    expect(read).toEqual({ ...identity, caller: '557' });
    expect(warned).toEqual([{ field: 'identity.countryCode' }]);
    expect(store.notTaken()).toEqual(['identity.countryCode']);
  });

  test('keeps each dial rule that is fine, and a copy of the file before it is written over', () => {
    const fine = {
      name: 'Mobile',
      enabled: true,
      alsoExtensions: false,
      pattern: { kind: 'prefix', text: '09' },
      action: { kind: 'block', reason: 'no' },
    };
    const rules = [{ ...fine, pattern: { kind: 'asterisk', text: '_9q' } }, fine, 7, { ...fine, name: 'Second' }];
    const file = memoryFile({ dialRules: { rules } });
    const before = file.text();
    const store = createSettingsStore(file, silent);
    expect(store.read().dialRules.rules.map(({ name }) => name)).toEqual(['Mobile', 'Second']);
    expect(store.notTaken()).toEqual(['dialRules.rules.1', 'dialRules.rules.3']);
    expect(file.copies).toEqual([]);
    store.update({ identity: { caller: '557' } });
    store.update({ identity: { caller: '558' } });
    expect(file.copies).toEqual([before]);
    expect(createSettingsStore(file, silent).read().dialRules.rules).toHaveLength(2);
  });

  test.each([
    ['a port beyond all ports', { listener: { ...listener, port: 70_000 } }],
    ['a time zone that does not exist', { pbx: { ...pbx, reportTimeZone: 'Asia/Tehrann' } }],
    ['an own number that no call can go to', { identity: { ...identity, caller: '5'.repeat(19) } }],
    ['a pin that is only half there', { pbx: { ...pbx, pinnedCertificate: { fingerprint256: 'AA' } } }],
  ])('a stored file with %s is read with the default in its place', (_title, content) => {
    expect(createSettingsStore(memoryFile(content), silent).read()).toEqual(defaultSettings);
  });

  test('keeps a change for the next run, and leaves the other fields alone', () => {
    const file = memoryFile();
    createSettingsStore(file, silent).update({ identity: { caller: '557' } });
    const updated = createSettingsStore(file, silent).update({ ui: { language: 'fa' }, mode: 'demo' });
    expect(updated).toEqual({
      ok: true,
      value: {
        ...defaultSettings,
        mode: 'demo',
        identity: { ...identity, caller: '557' },
        ui: { ...ui, language: 'fa' },
      },
    });
    expect(createSettingsStore(file, silent).read()).toEqual(updated.ok && updated.value);
  });

  test('keeps nothing of a change in which one field is not valid, and names the field', () => {
    const file = memoryFile();
    const store = createSettingsStore(file, silent);
    const updated = store.update({ identity: { caller: '557', countryCode: '0098' }, ui: { language: 'fa' } });
    expect(updated).toMatchObject({ ok: false, error: { code: 'settings-invalid', field: 'identity.countryCode' } });
    expect(store.read()).toEqual(defaultSettings);
    expect(file.text()).toBe('{}');
  });

  test('a check keeps nothing', () => {
    const store = createSettingsStore(memoryFile(), silent);
    expect(store.check({ mode: 'demo' })).toMatchObject({ ok: true, value: { mode: 'demo' } });
    expect(store.read().mode).toBe('unset');
  });

  test('stays as it was when the file cannot be written', () => {
    const file = memoryFile();
    const store = createSettingsStore(file, silent);
    file.full = true;
    expect(store.update({ mode: 'demo' })).toEqual({ ok: false, error: { code: 'storage-failed' } });
    expect(store.read()).toEqual(defaultSettings);
  });
});
