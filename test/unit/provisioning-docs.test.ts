import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { problemInSystemFile } from '../../electron/provisioning/system-file-rules.ts';
import { settingMode } from '../../renderer/features/settings/setting-mode.ts';
import { settingNames } from '../../renderer/features/settings/settings-catalogue.ts';
import { lockableNames, provisionedSettings, provisioningSchema } from '../../shared/settings/provisioning-schema.ts';
import {
  examplesIn,
  notInFile,
  provisioningJsonSchema,
  provisioningSchemaText,
  withSettingsTable,
} from '../support/provisioning-docs.ts';
import { unmanaged } from '../support/unmanaged.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const page = read('docs/provisioning.md');

describe('what administrators read about provisioning', () => {
  it('is current: otherwise run npm run schema', () => {
    expect(read('docs/provisioning.schema.json') === provisioningSchemaText()).toBe(true);
    expect(withSettingsTable(page) === page).toBe(true);
  });

  it('explains every setting in the words of the settings', () => {
    const { properties = {} } = provisioningJsonSchema();
    for (const name of provisionedSettings) {
      const [group = '', field = ''] = name.split('.');
      const of = properties[group];
      const property = typeof of === 'object' ? of.properties?.[field] : undefined;
      expect({ name, told: typeof property === 'object' && /\. .+\.$/.test(property.description ?? '') }).toEqual({
        name,
        told: true,
      });
      expect(page).toContain(`| \`${name}\` |`);
    }
  });

  it('says of everything in the settings how the file sets it, or why it does not', () => {
    const locked = [...lockableNames];
    const without = settingNames.filter((name) => settingMode({ ...unmanaged, locked }, name) === 'free');
    expect(without.sort()).toEqual(Object.keys(notInFile).sort());
  });

  it('has examples that are taken as they are, by the program and by the published schema', () => {
    const published = z.fromJSONSchema(provisioningJsonSchema());
    const files = [...examplesIn(page), ...examplesIn(read('README.md')).filter(isProvisioning)];
    expect(files).toHaveLength(4);
    for (const file of files) {
      expect(provisioningSchema.safeParse(file).error).toBeUndefined();
      expect(published.safeParse(file).error).toBeUndefined();
    }
    expect(problemInSystemFile(provisioningSchema.parse(files[0]), 'linux')).toBeNull();
    // What is made up neither of them takes.
    const wrong = { version: 1, ui: { themes: 'dark' } };
    expect([provisioningSchema.safeParse(wrong).success, published.safeParse(wrong).success]).toEqual([false, false]);
    const lock = { version: 1, locked: ['ui.themes'] };
    expect([provisioningSchema.safeParse(lock).success, published.safeParse(lock).success]).toEqual([false, false]);
  });

  it('is in the packages', () => {
    const packed = read('electron-builder.yml');
    expect(packed).toContain('from: docs/provisioning.schema.json');
    expect(packed).toContain('from: docs/provisioning.md');
  });
});

function isProvisioning(example: unknown): boolean {
  return typeof example === 'object' && example !== null && 'version' in example && 'pbx' in example;
}
