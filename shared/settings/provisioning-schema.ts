import { z } from 'zod';
import {
  afterCallSettingsSchema,
  callLimitSettingsSchema,
  desktopSettingsSchema,
  dialRuleSettingsSchema,
  hotkeySettingsSchema,
  identitySettingsSchema,
  listenerSettingsSchema,
  notificationSettingsSchema,
  pbxSettingsSchema,
  profileSchema,
  quietDiallingSettingsSchema,
  recordingSettingsSchema,
  screenPopSettingsSchema,
  uiSettingsSchema,
} from './schema.ts';

const secret = z.string().max(1024);

/** A company may forbid calls that nobody confirms; to turn them on is for the agent alone. */
const directOff = z.literal(false, 'only false can be set here: the agent alone turns direct mode on');

/** The administrator's file (`--provision=FILE`): settings as in the program, plus secrets that go into the vault. */
export const provisioningSchema = z.strictObject({
  version: z.literal(1),
  profile: profileSchema.omit({ id: true }).optional(),
  pbx: pbxSettingsSchema
    .omit({ pinnedCertificate: true })
    .partial()
    .extend({ user: secret.optional(), password: secret.optional(), token: secret.optional() })
    .optional(),
  identity: identitySettingsSchema.partial().optional(),
  callLimit: callLimitSettingsSchema.partial().optional(),
  listener: listenerSettingsSchema
    .partial()
    .extend({ user: secret.optional(), password: secret.optional() })
    .optional(),
  hotkeys: hotkeySettingsSchema.omit({ direct: true }).partial().extend({ direct: directOff.optional() }).optional(),
  screenPop: screenPopSettingsSchema.partial().optional(),
  ui: uiSettingsSchema.partial().optional(),
  desktop: desktopSettingsSchema.partial().optional(),
  notifications: notificationSettingsSchema.partial().optional(),
  dialRules: dialRuleSettingsSchema.partial().optional(),
  quietDialling: quietDiallingSettingsSchema.partial().optional(),
  recordings: recordingSettingsSchema.partial().optional(),
  afterCall: afterCallSettingsSchema.partial().optional(),
});
export type ProvisioningFile = z.infer<typeof provisioningSchema>;
