import { z } from 'zod';
import { type SettingName, settingOf, settingsCatalogue } from '../../renderer/features/settings/settings-catalogue.ts';
import { createText } from '../../renderer/text/i18n.ts';
import { builtInValue } from '../../shared/settings/managed.ts';
import { provisionedGroupNames, provisioningSchema } from '../../shared/settings/provisioning-schema.ts';

type JsonSchema = z.core.JSONSchema.JSONSchema;

const { t } = createText('en');
const marks = { begin: '<!-- settings: made by npm run schema -->', end: '<!-- end of the settings -->' };

/** What editors and administrators check a file with. Each setting is explained as the settings of the program explain it. */
export function provisioningJsonSchema(): JsonSchema {
  const schema = z.toJSONSchema(provisioningSchema, {
    io: 'input',
    target: 'draft-2020-12',
    unrepresentable: 'any',
    override({ jsonSchema }) {
      // Classes of letters are read otherwise, or not at all, by programs that do not take patterns for Unicode. The program itself looks.
      if (jsonSchema.pattern?.includes('\\p{')) delete jsonSchema.pattern;
    },
  });
  for (const [group, of] of Object.entries(schema.properties ?? {})) {
    if (typeof of === 'boolean') continue;
    if (group in groupTitles) of.description = groupTitle(group);
    for (const [field, property] of Object.entries(of.properties ?? {})) {
      if (typeof property === 'boolean') continue;
      const name = `${group}.${field}`;
      property.description = describe(name) ?? property.description ?? '';
      const builtIn = builtInValue(name);
      if (builtIn !== undefined) property.default = builtIn as JsonSchema['default'];
    }
  }
  return { title: 'Dialdesk provisioning', ...schema };
}

/** The schema as it is committed. */
export function provisioningSchemaText(): string {
  return `${JSON.stringify(provisioningJsonSchema(), null, 2)}\n`;
}

const done = 'Something to do or to look at: nothing is set there.';

/** What stands in the settings and not in the file, and why. */
export const notInFile: Partial<Readonly<Record<SettingName, string>>> = {
  'connection.test': done,
  'events.setUp': done,
  'events.arrived': done,
  'contacts.import': done,
  'contacts.imports': done,
  'contacts.export': done,
  'recording.clear': done,
  'keeping.backups': done,
  'secrets.protection': done,
  'notification.test': done,
  'diagnostics.doctor': done,
  'diagnostics.log': done,
  'program.update': done,
  'about.versions': done,
  'about.notices': done,
  'links.programs':
    'The system keeps which program opens links, and has a way of its own for administrators: `mimeapps.list` on Linux, the policy for default apps on Windows. On macOS the agent chooses.',
  'pausing.hotkeys': 'It ends with the run.',
};

/** The page with its table made anew. */
export function withSettingsTable(page: string): string {
  const begin = page.indexOf(marks.begin);
  const end = page.indexOf(marks.end);
  if (begin === -1 || end === -1) throw new Error('The page has no place for the table of settings');
  return `${page.slice(0, begin + marks.begin.length)}\n\n${settingsTable()}\n${page.slice(end)}`;
}

/** The examples of a page that are whole files. */
export function examplesIn(page: string): readonly unknown[] {
  return [...page.matchAll(/```json\n(.*?)```/gs)].map((block): unknown => JSON.parse(block[1] ?? ''));
}

function settingsTable(): string {
  const { properties = {} } = provisioningJsonSchema();
  const tables = provisionedGroupNames
    .map((group) => {
      const of = properties[group];
      const fields = typeof of === 'object' ? Object.entries(of.properties ?? {}) : [];
      const rows = fields.map(([field, property]) =>
        typeof property === 'boolean'
          ? ''
          : `| \`${group}.${field}\` | ${cell(property.description ?? '')} | ${cell(valuesOf(property))} | ${builtInOf(property)} |`,
      );
      return [
        `### ${groupTitle(group)} (\`${group}\`)`,
        '',
        '| setting | what it is | values | built in |',
        '|---|---|---|---|',
        ...rows,
        '',
      ].join('\n');
    })
    .join('\n');
  return `${tables}\n${notInFileTable()}`;
}

function notInFileTable(): string {
  const names = Object.keys(notInFile) as SettingName[];
  const rows = [...new Set(Object.values(notInFile))].map((reason) => {
    const labels = names.filter((name) => notInFile[name] === reason).map((name) => t(settingOf(name).label));
    return `| ${[...new Set(labels)].join(', ')} | ${reason} |`;
  });
  return ['### Not in the file', '', '| in the settings | why not |', '|---|---|', ...rows, ''].join('\n');
}

function valuesOf(property: JsonSchema): string {
  if (property.const !== undefined) return `\`${JSON.stringify(property.const)}\``;
  if (property.enum !== undefined) return property.enum.map((value) => `\`${JSON.stringify(value)}\``).join(', ');
  const any = property.anyOf?.map((part) => (typeof part === 'object' ? valuesOf(part) : ''));
  if (any !== undefined) return [...new Set(any)].join(' or ');
  const { type, minimum, maximum, items } = property;
  if (type === 'array')
    return `list of ${typeof items === 'object' && !Array.isArray(items) ? valuesOf(items) : 'values'}`;
  if (type === 'integer' && minimum !== undefined && maximum !== undefined) return `${minimum} to ${maximum}`;
  if (type === 'object') return `object with ${Object.keys(property.properties ?? {}).join(', ')}`;
  return typeof type === 'string' ? type : 'object';
}

function builtInOf({ default: value }: JsonSchema): string {
  return value === undefined ? '' : `\`${JSON.stringify(value)}\``;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}

/** Where the form of a secret is the same everywhere, the settings say what it is. */
const secretsInSettings: Readonly<Record<string, keyof typeof settingsCatalogue>> = {
  'pbx.user': 'credentials.user',
  'pbx.password': 'credentials.password',
  'pbx.token': 'credentials.token',
  'listener.user': 'events.credentials',
  'listener.password': 'events.credentials',
};

function describe(name: string): string | null {
  const entry = Object.entries(settingsCatalogue).find(([key]) => key === (secretsInSettings[name] ?? name))?.[1];
  return entry === undefined ? null : `${t(entry.label)}. ${t(entry.help)}`;
}

/** As the groups of the settings are called, whose fields these are. */
const groupTitles = {
  pbx: 'connection',
  identity: 'identity',
  callLimit: 'callLimit',
  listener: 'events',
  commandLine: 'links',
  hotkeys: 'hotkeys',
  screenPop: 'screenPop',
  ui: 'appearance',
  desktop: 'desktop',
  notifications: 'notifications',
  dialRules: 'dialRules',
  quietDialling: 'dialRules',
  recordings: 'recordings',
  afterCall: 'afterCall',
  keeping: 'keeping',
  updates: 'updates',
} as const satisfies Readonly<Record<(typeof provisionedGroupNames)[number], string>>;

function groupTitle(group: string): string {
  const found = Object.entries(groupTitles).find(([name]) => name === group)?.[1];
  return found === undefined ? group : t(`settings.group.${found}`);
}
