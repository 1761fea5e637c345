import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchableSettings, searchSettings } from '../../renderer/features/settings/search-settings.ts';
import { settingNames } from '../../renderer/features/settings/settings-catalogue.ts';
import { createText } from '../../renderer/text/i18n.ts';
import { cutAt } from '../../renderer/ui/cut-at.ts';
import { settingsSchema } from '../../shared/settings/schema.ts';
import { assertAlways } from '../support/properties.ts';

const [en, fa] = [createText('en').t, createText('fa').t];
const languages = { en: searchableSettings(en, [fa]), fa: searchableSettings(fa, [en]) };
const names = (language: keyof typeof languages, query: string) =>
  searchSettings(languages[language], query).flatMap(({ hits }) => hits.map(({ setting }) => setting.name));

/** What the list of profiles is kept in; it is one entry. */
const ofProfiles = ['profile', 'otherProfiles', 'formerProfiles'];

function fieldsOfTheSchema(): readonly string[] {
  return Object.entries(settingsSchema.shape)
    .filter(([section]) => !ofProfiles.includes(section))
    .flatMap(([section, schema]) =>
      'shape' in schema ? Object.keys(schema.shape).map((key) => `${section}.${key}`) : [section],
    );
}

describe('the catalogue of the settings', () => {
  it('has every field of the schema', () => {
    const known: readonly string[] = settingNames;
    expect(fieldsOfTheSchema().length).toBeGreaterThan(20);
    expect(fieldsOfTheSchema().filter((field) => !known.includes(field))).toEqual([]);
  });

  it('is on the screen: each entry has its one place', () => {
    const folder = join(import.meta.dirname, '../../renderer/features/settings');
    const sources = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'));
    const places = (name: string) => sources.join('\n').split(`of="${name}"`).length - 1;
    for (const name of settingNames) expect({ name, places: places(name) }).toEqual({ name, places: 1 });
  });

  it.each(['en', 'fa'] as const)('explains every entry in one sentence (%s)', (language) => {
    for (const { name, label, help } of languages[language]) {
      expect({ name, help, sentence: /^(?:(?![.!?؟]\s).)+\.$/.test(help) }).toEqual({ name, help, sentence: true });
      expect({ name, label, short: label.length < 72 && !label.endsWith('.') }).toEqual({ name, label, short: true });
    }
  });

  it.each(['en', 'fa'] as const)('has no two entries of one group with the same name (%s)', (language) => {
    const all = languages[language].map(({ group, label }) => `${group} ${label}`);
    expect(new Set(all).size).toBe(all.length);
  });
});

describe('the search of the settings', () => {
  it.each([
    ['en', 'port', 'listener.port'],
    ['en', 'PORT  ', 'listener.port'],
    ['en', 'zone', 'pbx.eventTimeZone'],
    ['en', 'reports zone', 'pbx.reportTimeZone'],
    ['en', 'dark', 'ui.theme'],
    ['en', 'jalali', 'ui.calendar'],
    ['en', 'extension', 'identity.caller'],
    ['en', 'dialplan', 'identity.dialplanContext'],
    ['en', 'PUT', 'pbx.method'],
    ['en', 'token', 'credentials.token'],
    ['en', 'درگاه', 'listener.port'],
    ['en', 'گذرواژه', 'credentials.password'],
    ['en', 'شمسی', 'ui.calendar'],
    ['fa', 'port', 'listener.port'],
    ['fa', 'language', 'ui.language'],
    ['fa', 'jalali', 'ui.calendar'],
    ['fa', 'درگاه', 'listener.port'],
    ['fa', 'پورت', 'listener.port'],
    ['fa', 'زبان', 'ui.language'],
    ['fa', 'کد كشور', 'identity.countryCode'],
    ['fa', 'کدکشور', 'identity.countryCode'],
    ['fa', 'تاريخ شمسي', 'ui.calendar'],
    ['fa', 'رمز عبور', 'credentials.password'],
    ['fa', '98', 'identity.countryCode'],
    ['fa', '۹۸', 'identity.countryCode'],
  ] as const)('in %s finds for "%s" first of all %s', (language, query, name) => {
    expect(names(language, query)[0]).toBe(name);
  });

  it('finds nothing for nothing and for what is not there', () => {
    expect(names('en', '   ')).toEqual([]);
    expect(names('en', 'port zebra')).toEqual([]);
    expect(names('fa', 'قفقاز')).toEqual([]);
  });

  it('puts what is found under its groups, the closest group first', () => {
    const found = searchSettings(languages.en, 'address');
    expect(found[0]?.group).toBe('connection');
    const groups = found.map(({ group }) => group);
    expect(new Set(groups).size).toBe(groups.length);
  });

  it('marks what fits in the name and in the explanation', () => {
    const hit = searchSettings(languages.en, 'port')[0]?.hits[0];
    expect(cutAt(hit?.setting.label ?? '', hit?.inLabel ?? [])).toEqual([{ text: 'Port', marked: true }]);
    expect(cutAt(hit?.setting.help ?? '', hit?.inHelp ?? [])[1]).toEqual({ text: 'port', marked: true });
  });

  it('finds every setting by its own name, however the keyboard writes it', () => {
    const keyboards: readonly ((text: string) => string)[] = [
      (text) => text,
      (text) => text.toUpperCase(),
      (text) => text.replace(/ی/g, 'ي').replace(/ک/g, 'ك'),
      (text) => text.replace(/\u200c/g, ''),
      (text) => text.replace(/\u200c/g, ' '),
      (text) => text.replace(/ٔ/g, ''),
      (text) => ` ${text.replace(/ /g, '  ')} `,
    ];
    const anySetting = fc.constantFrom(
      ...(['en', 'fa'] as const).flatMap((language) => languages[language].map((setting) => ({ language, setting }))),
    );
    assertAlways(
      fc.property(anySetting, fc.constantFrom(...keyboards), ({ language, setting }, write) => {
        expect(names(language, write(setting.label))).toContain(setting.name);
      }),
    );
  });

  it('puts a text that was cut together again', () => {
    const span = fc
      .tuple(fc.nat(12), fc.nat(12))
      .map(([one, other]) => [Math.min(one, other), Math.max(one, other)] as const);
    assertAlways(
      fc.property(fc.string({ minLength: 12, maxLength: 12 }), fc.array(span), (text, marks) => {
        expect(
          cutAt(text, marks)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });
});
