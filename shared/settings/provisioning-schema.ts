import { z } from 'zod';
import {
  desktopSettingsSchema,
  hotkeySettingsSchema,
  type PbxSettings,
  pbxSettingsSchema,
  profileSchema,
  settingGroups,
} from './schema.ts';

/** Names of environment variables that secrets may stand in: no other one can be asked for, and all of them are taken away at the start. */
export const secretVariablePrefix = 'DIALDESK_SECRET_';

const variableReference = z
  .strictObject({
    env: z
      .string()
      .regex(new RegExp(`^${secretVariablePrefix}[A-Z0-9_]{1,64}$`), `a name such as ${secretVariablePrefix}PASSWORD`)
      .describe(`An environment variable of the program; its name begins with ${secretVariablePrefix}.`),
  })
  .describe('The secret stands in an environment variable.');

const fileReference = z
  .strictObject({
    oneTimeFile: z
      .string()
      .min(1)
      .max(1024)
      .describe('Its path: absolute, beside this file, or with ~ for the home folder of the person.'),
  })
  .describe('The secret stands alone in a file, which is removed as soon as the key store of the system has it.');

export type SecretReference = z.infer<typeof variableReference> | z.infer<typeof fileReference>;

const secret = z.string().max(1024).or(variableReference).or(fileReference);

/** Some things may be forbidden to all, and are turned on by the agent alone. */
const off = (what: string) => z.literal(false, `only false can be set here: the agent alone turns ${what} on`);

/** Whole, not its fingerprint alone: connections are checked against it before anything is sent. */
const certificate = z
  .string()
  .max(16_384)
  .regex(/^-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----\s*$/, 'one certificate in PEM');

/** What a file may say of each setting, by group. */
export const provisionedGroups = {
  ...settingGroups.shape,
  pbx: pbxSettingsSchema.extend({ pinnedCertificate: certificate.nullable() }),
  commandLine: z.strictObject({ mayCall: off('calls from the command line') }),
  hotkeys: hotkeySettingsSchema.omit({ direct: true }).extend({ direct: off('direct mode') }),
  desktop: desktopSettingsSchema.extend({
    /** The system keeps it, not the settings. */
    startWithSystem: z.boolean(),
  }),
} as const;

export type ProvisionedGroup = keyof typeof provisionedGroups;

export const provisionedGroupNames = Object.keys(provisionedGroups) as readonly ProvisionedGroup[];

/** Each setting that can be given a value, as `group.field`. */
export const provisionedSettings: readonly string[] = provisionedGroupNames.flatMap((group) =>
  Object.keys(provisionedGroups[group].shape).map((field) => `${group}.${field}`),
);

/** What has no value to be shown, and yet may be nobody's to change. */
export const lockableBesides = [
  'pbx.user',
  'pbx.password',
  'pbx.token',
  'listener.user',
  'listener.password',
  'secrets.allowUnprotected',
  'profiles',
  'demo',
] as const;

/** What a list of locked or hidden settings may name. */
export const lockableNames: readonly string[] = [...provisionedGroupNames, ...provisionedSettings, ...lockableBesides];

const lockableName = z.enum(lockableNames);

/** The administrator's file: settings as in the program, plus secrets that go into the vault. */
export const provisioningSchema = z.strictObject({
  $schema: z.string().max(1024).optional().describe('Where this schema is, for editors; not read.'),
  version: z.literal(1).describe('Of the form of this file.'),
  locked: z
    .array(lockableName)
    .max(256)
    .optional()
    .describe(
      'Settings that nobody changes, and that keep the value of this file, or the built-in one. A group stands for its settings, not for its secrets. Only in the file for the whole computer.',
    ),
  hidden: z
    .array(lockableName)
    .max(256)
    .optional()
    .describe('Like locked, and neither in the settings nor found there. Only in the file for the whole computer.'),
  profile: profileSchema.omit({ id: true }).optional().describe('The first profile, which pbx and identity are of.'),
  pbx: provisionedGroups.pbx
    .partial()
    .extend({ user: secret.optional(), password: secret.optional(), token: secret.optional() })
    .optional(),
  identity: provisionedGroups.identity.partial().optional(),
  callLimit: provisionedGroups.callLimit.partial().optional(),
  listener: provisionedGroups.listener
    .partial()
    .extend({ user: secret.optional(), password: secret.optional() })
    .optional(),
  commandLine: provisionedGroups.commandLine.partial().optional(),
  hotkeys: provisionedGroups.hotkeys.partial().optional(),
  screenPop: provisionedGroups.screenPop.partial().optional(),
  ui: provisionedGroups.ui.partial().optional(),
  desktop: provisionedGroups.desktop.partial().optional(),
  notifications: provisionedGroups.notifications.partial().optional(),
  dialRules: provisionedGroups.dialRules.partial().optional(),
  quietDialling: provisionedGroups.quietDialling.partial().optional(),
  recordings: provisionedGroups.recordings.partial().optional(),
  afterCall: provisionedGroups.afterCall.partial().optional(),
  keeping: provisionedGroups.keeping.partial().optional(),
  updates: provisionedGroups.updates.partial().optional().describe('Only in the file for the whole computer.'),
});
export type ProvisioningFile = z.infer<typeof provisioningSchema>;

/** A file whose references were followed. */
export interface ProvisionedSettings
  extends Omit<ProvisioningFile, '$schema' | 'locked' | 'hidden' | 'pbx' | 'listener'> {
  readonly pbx?:
    | (Omit<Plain<NonNullable<ProvisioningFile['pbx']>>, 'pinnedCertificate'> & {
        readonly pinnedCertificate?: PbxSettings['pinnedCertificate'] | undefined;
      })
    | undefined;
  readonly listener?: Plain<NonNullable<ProvisioningFile['listener']>> | undefined;
}

type Plain<T> = { readonly [K in keyof T]: Exclude<T[K], SecretReference> };
