import { z } from 'zod';
import { awaitingKinds } from '../domain/after-call/awaits-outcome.ts';
import { isOutcomeCode, outcomeKinds, outcomeLimits } from '../domain/after-call/outcome.ts';
import { isOwnNumber } from '../domain/destination.ts';
import type { DialRule } from '../domain/dial-rules/dial-rule.ts';
import { readDialRules } from '../domain/dial-rules/read-rule.ts';
import { isHostEntry } from '../domain/screen-pop/hosts.ts';
import { parseTemplate } from '../domain/screen-pop/template.ts';
import { formatHotkey, hotkeyTextProblem, parseHotkey } from '../hotkeys/hotkey.ts';
import { mostProfiles } from './profiles.ts';
import { zoomPercents } from './zoom-percents.ts';

const shortText = z.string().max(256);

/** The agent's phone as the PBX takes it: digits, `*`, `#`; empty means not set. */
const ownNumber = z.string().max(32).refine(isOwnNumber, 'a number of at most 18 digits, or a code of at most 32');

/** A word or number presented to the parties, a context or a trunk: anything printable. */
const pbxWord = z
  .string()
  .max(64)
  .regex(/^[^\p{Cc}]*$/u, 'printable characters only');

/** One that the runtime knows: every time of the PBX is read or written with it. */
const timeZone = z.string().min(1).max(64).refine(isTimeZone, 'a time zone such as Asia/Tehran');

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

const addressForms = [z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()];

/** `192.168.1.0/24`, `10.0.0.5`, `fd00::/8`. */
const addressOrRange = z.string().max(64).refine(isAddressOrRange, 'an IP address or a CIDR range');

function isAddressOrRange(text: string): boolean {
  return addressForms.some((form) => form.safeParse(text).success);
}

export const pbxSettingsSchema = z.strictObject({
  /** As typed by a person; `parsePbxAddress` makes the base URL of it. Never holds credentials. */
  address: shortText,
  auth: z.enum(['basic', 'token', 'both']),
  method: z.enum(['auto', 'POST', 'PUT']),
  eventTimeZone: timeZone,
  reportTimeZone: timeZone,
  /** The one self-signed certificate that a person compared and accepted. */
  pinnedCertificate: z
    .strictObject({ fingerprint256: z.string().max(128), pem: z.string().max(16_384), subject: shortText })
    .nullable(),
  /** A person agreed to send credentials unencrypted to an address outside private networks. */
  allowPlainHttp: z.boolean(),
});

export const identitySettingsSchema = z.strictObject({
  caller: ownNumber,
  callerId: pbxWord,
  dialplanContext: pbxWord,
  trunkName: pbxWord,
  /** First in the list of trunks. */
  favouriteTrunks: z.array(pbxWord.min(1)).max(32),
  /** Null: the field is not sent and the PBX's own default applies. */
  timeoutSeconds: z.int().min(5).max(300).nullable(),
  callLimitSeconds: z.int().min(10).max(86_400).nullable(),
  countryCode: z.string().regex(/^[1-9][0-9]{0,2}$|^$/, 'a country calling code such as 98'),
});

export const callLimitSettingsSchema = z.strictObject({
  beforeEndSeconds: z.int().min(0).max(600),
  repeatEverySeconds: z.int().min(0).max(600),
});

export const listenerSettingsSchema = z.strictObject({
  enabled: z.boolean(),
  /** An address of this computer, or `auto`: the one that faces the PBX. */
  host: z.string().min(1).max(255),
  port: z.int().min(0).max(65_535),
  path: z.string().regex(/^\/[A-Za-z0-9/_-]{0,63}$/, 'starts with / and holds letters, digits, - and _'),
  /** Addresses or CIDR ranges that may send events; empty: the PBX's own address only. */
  allowFrom: z.array(addressOrRange).max(32),
});

/** An address with placeholders; empty opens nothing. That its host is on the list is checked where both are known. */
const popTemplate = z
  .string()
  .refine(
    (text) => text === '' || parseTemplate(text).ok,
    'an http or https address with a fixed host and known placeholders',
  );

export const screenPopSettingsSchema = z.strictObject({
  incomingRinging: popTemplate,
  incomingAnswered: popTemplate,
  incomingEnded: popTemplate,
  incomingClick: popTemplate,
  outgoingRinging: popTemplate,
  outgoingAnswered: popTemplate,
  outgoingEnded: popTemplate,
  outgoingClick: popTemplate,
  /** The only hosts that templates may name. */
  allowedHosts: z
    .array(
      z.string().max(255).refine(isHostEntry, 'a host such as crm.example.com, in lower case and without https://'),
    )
    .max(32),
  /** Also for calls that stay inside. */
  colleagues: z.boolean(),
});

export const uiSettingsSchema = z.strictObject({
  language: z.enum(['en', 'fa']),
  theme: z.enum(['system', 'light', 'dark']),
  calendar: z.enum(['gregorian', 'persian']),
  /** `language`: as the language writes them, Persian digits in Persian. */
  digits: z.enum(['language', 'latin']),
  zoomPercent: z.literal(zoomPercents),
});

export const commandLineSettingsSchema = z.strictObject({
  /** `--call` is followed. */
  mayCall: z.boolean(),
});

/** One that our grammar knows and that takes nothing away from other programs; empty: none. */
const hotkey = z
  .string()
  .max(64)
  .refine((text) => text === '' || isSafeHotkey(text), 'a hotkey such as Ctrl+Alt+D');

/** Electron takes a name it does not know for a plain key, and a plain key from everything that is typed. */
function isSafeHotkey(text: string): boolean {
  const parsed = parseHotkey(text);
  if (parsed === null || formatHotkey(parsed) !== text) return false;
  // Settings do not know the system; what one of the two allows is looked at again where keys are taken.
  return [false, true].some((mac) => hotkeyTextProblem(text, mac) === null);
}

export const hotkeySettingsSchema = z.strictObject({
  quickDial: hotkey,
  dialSelection: hotkey,
  redial: hotkey,
  showCall: hotkey,
  /** The selected text is called without being asked, when it holds exactly one number, after three seconds. */
  direct: z.boolean(),
});

export const desktopSettingsSchema = z.strictObject({
  /** Closing the window hides it where the desktop has a tray; else the program ends. */
  keepInTray: z.boolean(),
});

/** `22:30`, by this computer's clock. */
const timeOfDay = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'a time of day such as 22:30');

/** What is said outside of the window. Quiet hours whose beginning is their end never begin. */
export const notificationSettingsSchema = z.strictObject({
  incoming: z.boolean(),
  missed: z.boolean(),
  failed: z.boolean(),
  connection: z.boolean(),
  followUp: z.boolean(),
  quietHours: z.enum(['off', 'all', 'all-but-incoming']),
  quietFrom: timeOfDay,
  quietTo: timeOfDay,
});

/** Read by the same function as a file of rules; the first problem names the rule and its field. */
const dialRuleList = z.array(z.unknown()).transform((values, context): readonly DialRule[] => {
  const read = readDialRules(values);
  if (read.ok) return read.value;
  const [problem] = read.error;
  if (problem !== undefined) {
    const message = [problem.pattern?.reason ?? problem.reason, problem.what].join(' ').trim();
    context.addIssue({ code: 'custom', path: [problem.index, problem.field], message });
  }
  return z.NEVER;
});

export const dialRuleSettingsSchema = z.strictObject({
  /** In their order: the first that is on and fits decides. */
  rules: dialRuleList,
});

/** Hours in which a call to the outside needs a second decision; over midnight as well. */
export const quietDiallingSettingsSchema = z.strictObject({
  on: z.boolean(),
  from: timeOfDay,
  to: timeOfDay,
});

export const recordingSettingsSchema = z.strictObject({
  /** Room for recordings that were fetched; what was heard longest ago goes first. */
  keptMegabytes: z.int().min(50).max(20_000),
});

const outcomeSchema = z.strictObject({
  code: z.string().refine(isOutcomeCode, 'a short code without spaces, such as sold or call-later'),
  name: z
    .string()
    .max(outcomeLimits.name)
    .regex(/^[^\p{Cc}]*\S[^\p{Cc}]*$/u, 'a name that can be read'),
  kind: z.enum(outcomeKinds).default('neutral'),
});

export const afterCallSettingsSchema = z.strictObject({
  /** In the order in which they are offered; the first nine have a key. */
  outcomes: z
    .array(outcomeSchema)
    .max(outcomeLimits.outcomes)
    .refine((outcomes) => new Set(outcomes.map(({ code }) => code)).size === outcomes.length, 'codes that differ'),
  /** Which calls wait until they have one. */
  awaits: z.enum(awaitingKinds),
});

/** Which old calls are removed; null: none by this. */
export const keepingSettingsSchema = z.strictObject({
  /** Those that began more than so many months ago. */
  months: z.int().min(1).max(120).nullable(),
  /** The oldest, for as long as the history takes up more than this. */
  megabytes: z.int().min(50).max(100_000).nullable(),
});

/**
 * Where newer versions come from, and how they are known to be the administrator's. No request of the window changes them: who could, could
 * have any program installed.
 */
export const updateSettingsSchema = z.strictObject({
  /** The folder with the manifests; empty: none, and nothing is ever asked for. */
  feed: z
    .string()
    .max(512)
    .regex(
      /^(?:https:\/\/(?:[A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\])(?::[0-9]{1,5})?(?:\/[A-Za-z0-9._~/-]*)?)?$/,
      'an https address of a folder, without user, query and fragment',
    ),
  /** Of the key that signs the manifests: the one line of its PEM, which for Ed25519 always has this form. */
  key: z
    .string()
    .regex(/^(?:MCowBQYDK2VwAyEA[A-Za-z0-9+/]{43}=)?$/, 'the line between BEGIN and END of an Ed25519 public key'),
  /** The one certificate that the feed may show, where none of the usual authorities signed it; empty: one of theirs. */
  certificate: z
    .string()
    .max(16_384)
    .regex(/^(?:-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----\s*)?$/, 'a certificate in PEM'),
});

/** A PBX and who the agent is there. The name may be empty; then it is called by its address. */
export const profileSchema = z.strictObject({
  id: z.string().regex(/^(?:main|p[0-9a-f]{8})$/, 'main, or p and eight digits or letters up to f'),
  name: pbxWord,
});

const otherProfileSchema = profileSchema.extend({ pbx: pbxSettingsSchema, identity: identitySettingsSchema });

/** What people and administrators choose; `pbx` and `identity` are the profile's. */
export const settingGroups = z.strictObject({
  pbx: pbxSettingsSchema,
  identity: identitySettingsSchema,
  callLimit: callLimitSettingsSchema,
  listener: listenerSettingsSchema,
  commandLine: commandLineSettingsSchema,
  hotkeys: hotkeySettingsSchema,
  screenPop: screenPopSettingsSchema,
  ui: uiSettingsSchema,
  desktop: desktopSettingsSchema,
  notifications: notificationSettingsSchema,
  dialRules: dialRuleSettingsSchema,
  quietDialling: quietDiallingSettingsSchema,
  recordings: recordingSettingsSchema,
  afterCall: afterCallSettingsSchema,
  keeping: keepingSettingsSchema,
  updates: updateSettingsSchema,
});

export const settingsSchema = z.strictObject({
  mode: z.enum(['unset', 'demo', 'simotel']),
  /** Whose `pbx` and `identity` these are. */
  profile: profileSchema,
  otherProfiles: z.array(otherProfileSchema).max(mostProfiles - 1),
  /** Deleted ones that calls of the history still belong to, newest first. */
  formerProfiles: z.array(profileSchema).max(200),
  ...settingGroups.shape,
});

export type Profile = z.infer<typeof profileSchema>;
export type OtherProfile = z.infer<typeof otherProfileSchema>;
export type PbxSettings = z.infer<typeof pbxSettingsSchema>;
export type IdentitySettings = z.infer<typeof identitySettingsSchema>;
export type CallLimitSettings = z.infer<typeof callLimitSettingsSchema>;
export type ListenerSettings = z.infer<typeof listenerSettingsSchema>;
export type HotkeySettings = z.infer<typeof hotkeySettingsSchema>;
export type ScreenPopSettings = z.infer<typeof screenPopSettingsSchema>;
export type UiSettings = z.infer<typeof uiSettingsSchema>;
export type NotificationSettings = z.infer<typeof notificationSettingsSchema>;
export type AfterCallSettings = z.infer<typeof afterCallSettingsSchema>;
export type KeepingSettings = z.infer<typeof keepingSettingsSchema>;
export type UpdateSettings = z.infer<typeof updateSettingsSchema>;
export type Settings = z.infer<typeof settingsSchema>;

/** Changes to settings of the program and of the active profile, by group; what is absent stays as it is. */
export const settingsPatchSchema = z.strictObject({
  pbx: pbxSettingsSchema.omit({ pinnedCertificate: true }).partial().optional(),
  identity: identitySettingsSchema.partial().optional(),
  callLimit: callLimitSettingsSchema.partial().optional(),
  listener: listenerSettingsSchema.partial().optional(),
  commandLine: commandLineSettingsSchema.partial().optional(),
  hotkeys: hotkeySettingsSchema.partial().optional(),
  screenPop: screenPopSettingsSchema.partial().optional(),
  ui: uiSettingsSchema.partial().optional(),
  desktop: desktopSettingsSchema.partial().optional(),
  notifications: notificationSettingsSchema.partial().optional(),
  dialRules: dialRuleSettingsSchema.partial().optional(),
  quietDialling: quietDiallingSettingsSchema.partial().optional(),
  recordings: recordingSettingsSchema.partial().optional(),
  afterCall: afterCallSettingsSchema.partial().optional(),
  keeping: keepingSettingsSchema.partial().optional(),
  updates: updateSettingsSchema.partial().optional(),
});
export type SettingsPatch = z.infer<typeof settingsPatchSchema>;

/** Of them those that the window may ask for. */
export const askedSettingsPatchSchema = settingsPatchSchema.omit({ updates: true });
