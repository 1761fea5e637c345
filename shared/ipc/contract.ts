import { z } from 'zod';
import { commandIds } from '../commands/commands.ts';
import { askedSettingsPatchSchema, profileSchema } from '../settings/schema.ts';
import { afterCallChangedSchema, afterCallContract, afterCallShownSchema } from './after-call-contract.ts';
import { appStateSchema } from './app-state-schema.ts';
import { askedContract } from './asked-contract.ts';
import { backfillContract, backfillStatusSchema } from './backfill-contract.ts';
import { callContract } from './call-contract.ts';
import { callSchema } from './call-schema.ts';
import type { EventChannel, RequestChannel } from './channels.ts';
import { connectionChecksSchema } from './check-schema.ts';
import { contactContract, contactsChangedSchema } from './contact-contract.ts';
import { credentialsContract } from './credentials-contract.ts';
import { dialRulesContract } from './dial-rules-contract.ts';
import { directoryContract, directoryStatusSchema, presenceSchema } from './directory-contract.ts';
import { doctorContract, doctorRunSchema } from './doctor-schema.ts';
import { dialerErrorSchema } from './error-schema.ts';
import { historyContract } from './history-contract.ts';
import { callExportProgressSchema, historyExportContract } from './history-export-contract.ts';
import { exchangeProgressSchema, exportContract, importContract } from './import-contract.ts';
import { keepingContract } from './keeping-contract.ts';
import { linksContract } from './links-contract.ts';
import { listenerContract, receivedEventSchema } from './listener-contract.ts';
import { logContract } from './log-contract.ts';
import { missedContract } from './missed-contract.ts';
import { noticesContract } from './notices-contract.ts';
import { numbersContract } from './numbers-contract.ts';
import { pbxContract, trunksSchema } from './pbx-contract.ts';
import { profileContract } from './profile-contract.ts';
import {
  hotkeyFiredSchema,
  hotkeysContract,
  quickDialContract,
  quickDialOpeningSchema,
} from './quick-dial-contract.ts';
import { recordingContract, recordingProgressSchema } from './recording-contract.ts';
import { nothing, resultOf } from './request-schema.ts';
import { savedFiltersContract } from './saved-filters-contract.ts';
import { screenPopContract } from './screen-pop-contract.ts';
import { updatesContract } from './updates-contract.ts';
import { windowContract } from './window-contract.ts';

export const contract = {
  'app:snapshot': {
    input: nothing,
    output: resultOf(appStateSchema),
  },
  ...noticesContract,
  'settings:update': { input: askedSettingsPatchSchema, output: resultOf(nothing) },
  ...credentialsContract,
  ...profileContract,
  ...pbxContract,
  ...callContract,
  ...historyContract,
  ...savedFiltersContract,
  ...missedContract,
  ...historyExportContract,
  ...recordingContract,
  ...backfillContract,
  ...afterCallContract,
  ...numbersContract,
  ...contactContract,
  ...importContract,
  ...exportContract,
  ...directoryContract,
  ...listenerContract,
  ...askedContract,
  ...linksContract,
  ...screenPopContract,
  ...dialRulesContract,
  ...keepingContract,
  ...doctorContract,
  ...logContract,
  ...updatesContract,
  'demo:start': { input: nothing, output: resultOf(nothing) },
  'demo:leave': { input: nothing, output: resultOf(nothing) },
  ...windowContract,
  ...quickDialContract,
  ...hotkeysContract,
} satisfies Record<RequestChannel, { input: z.ZodType; output: z.ZodType }>;

export type RequestInput<C extends RequestChannel> = z.infer<(typeof contract)[C]['input']>;
export type RequestOutput<C extends RequestChannel> = z.infer<(typeof contract)[C]['output']>;

export const eventContract = {
  'state:changed': appStateSchema,
  /** `total`: of the call's profile; `totalOfAll`: of all but the demo. */
  'call:changed': z.strictObject({
    revision: z.number(),
    call: callSchema,
    total: z.number(),
    totalOfAll: z.number(),
  }),
  /** Asked for outside of the window, and nothing was sent. */
  'call:not-placed': z.strictObject({ destination: z.string().max(256), error: dialerErrorSchema }),
  /** Chosen outside of the window, where it may not be called by one click. */
  'call:fill-in': z.strictObject({ destination: z.string().max(256) }),
  /** Its notification was clicked. */
  'call:open': z.strictObject({ id: z.string().max(256), kind: z.enum(['incoming', 'missed', 'failed']) }),
  /** Other numbers wait, or something else is to be said of them. */
  'missed:changed': nothing,
  'recording:progress': recordingProgressSchema,
  'backfill:changed': backfillStatusSchema,
  'after-call:changed': afterCallChangedSchema,
  'after-call:show-follow-ups': afterCallShownSchema,
  'contacts:changed': contactsChangedSchema,
  'exchange:progress': exchangeProgressSchema,
  'history-export:progress': callExportProgressSchema,
  'directory:changed': directoryStatusSchema,
  'presence:changed': presenceSchema,
  /** Asked for outside of the window, and not done, of all of the queues or of some. */
  'presence:not-paused': z.strictObject({ error: dialerErrorSchema }),
  /** Read anew: on demand, daily, and when the PBX came back. */
  'trunks:listed': trunksSchema,
  /** Chosen outside of the window, and not done. */
  'profile:not-switched': z.strictObject({ id: profileSchema.shape.id, error: dialerErrorSchema }),
  'event:received': receivedEventSchema,
  /** Old calls are gone from the history. */
  'keeping:removed': nothing,
  /** Chosen in the system's menu. */
  'command:run': z.strictObject({ command: z.enum(commandIds) }),
  /** Null: what was found out is about a PBX or an account that is not set any more. */
  'checks:changed': connectionChecksSchema.nullable(),
  /** Null as well: it was about a PBX or an account that is not set any more. */
  'doctor:changed': doctorRunSchema.nullable(),
  /** To the palette alone: what it shows now. */
  'quick-dial:opened': quickDialOpeningSchema,
  /** From outside: by the tray, a notification or a second start. */
  'window:called-up': nothing,
  'quick-dial:closed': nothing,
  'hotkeys:fired': hotkeyFiredSchema,
  'hotkeys:rested': nothing,
} satisfies Record<EventChannel, z.ZodType>;

export type EventPayload<C extends EventChannel> = z.infer<(typeof eventContract)[C]>;

/** What the preload script exposes to the page as `window.dialer`: two functions, no Electron object. */
export interface DialerBridge {
  request<C extends RequestChannel>(channel: C, input: RequestInput<C>): Promise<RequestOutput<C>>;
  /** Returns the function that ends the subscription. */
  subscribe<C extends EventChannel>(channel: C, listener: (payload: EventPayload<C>) => void): () => void;
}
