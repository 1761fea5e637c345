import { z } from 'zod';
import { settingsSchema } from '../settings/schema.ts';
import { askedCallSchema } from './asked-contract.ts';
import { credentialStatusSchema } from './credentials-contract.ts';
import { dialerErrorSchema } from './error-schema.ts';
import { keepingStateSchema } from './keeping-contract.ts';
import { listenerStatusSchema } from './listener-contract.ts';
import { pbxStatusSchema } from './pbx-contract.ts';
import { hotkeysStatusSchema } from './quick-dial-contract.ts';
import { callId, epochMs, trunkName } from './request-schema.ts';
import { pagesNotOpenedSchema } from './screen-pop-contract.ts';
import { notInstalledSchema, updateStateSchema } from './updates-contract.ts';

/**
 * Times that do not fit together. `clocks-differ`: the PBX's clock and this computer's. `event-time-zone`: only the times
 * in events are off, so they are read in the wrong zone; `rightZone` is named when one that is in use here would fit.
 * `event-clock`: only the times in events are off, by what no zone explains.
 */
const clockProblemSchema = z.discriminatedUnion('problem', [
  z.strictObject({ problem: z.literal('clocks-differ'), pbxAheadMs: z.number() }),
  z.strictObject({
    problem: z.literal('event-time-zone'),
    eventsAheadMs: z.number(),
    rightZone: z.string().max(64).nullable(),
  }),
  z.strictObject({ problem: z.literal('event-clock'), eventsAheadMs: z.number() }),
]);
export type ClockProblem = z.infer<typeof clockProblemSchema>;

/** Everything the window shows apart from calls. `revision` rises with every change; older ones are dropped. */
export const appStateSchema = z.strictObject({
  revision: z.number(),
  app: z.strictObject({
    version: z.string(),
    electron: z.string(),
    chrome: z.string(),
    node: z.string(),
    platform: z.string(),
    startedAtMs: epochMs,
  }),
  settings: settingsSchema,
  /** In demo mode the demo PBX's own values, else as in `settings`. */
  effective: settingsSchema,
  /** Stored settings that were not valid at the start, by group and field; their defaults took their place. */
  settingsNotTaken: z.array(z.string().max(64)).readonly(),
  credentials: credentialStatusSchema,
  pbx: pbxStatusSchema,
  /** The PBX refused a call for want of the right, and since then let none past that question; null: nothing of the kind. */
  callsDenied: z.strictObject({ atMs: epochMs, service: z.string().max(256) }).nullable(),
  listener: listenerStatusSchema,
  /** What the provisioning file at start did: applied, or the error that left the settings as they were. */
  provisioning: z
    .discriminatedUnion('state', [
      z.strictObject({ state: z.literal('applied'), file: z.string() }),
      z.strictObject({ state: z.literal('failed'), error: dialerErrorSchema }),
    ])
    .nullable(),
  /** What the administrator's file for the whole computer says, and what became of it at the start. */
  managed: z.strictObject({
    /** Null: there is none. */
    file: z.string().nullable(),
    error: dialerErrorSchema.nullable(),
    /** By group and field: seen and not changed, or not even seen. */
    locked: z.array(z.string().max(64)).readonly(),
    hidden: z.array(z.string().max(64)).readonly(),
    /** What a setting begins with instead of the built-in value. */
    defaults: z.record(z.string(), z.unknown()),
    /** One-time files of secrets that are still there, and why. */
    secretFiles: z
      .array(
        z.strictObject({
          file: z.string(),
          problem: z.enum(['not-read', 'not-kept', 'not-removed']),
          reason: z.string(),
        }),
      )
      .readonly(),
  }),
  keeping: keepingStateSchema,
  updates: updateStateSchema,
  /** Null: nothing failed when the last run ended, or it does not matter any more. */
  updateNotInstalled: notInstalledSchema.nullable(),
  clock: clockProblemSchema.nullable(),
  /** What happened to the calls of this profile before it was not seen: the program did not run, or another profile was in use. */
  watchedSinceMs: epochMs,
  /** Calls that the agent closed on the card. */
  dismissedCalls: z.array(callId).readonly(),
  /** The trunk chosen for the next calls. Null: the one of the identity settings; empty: none, the PBX decides. */
  chosenTrunk: trunkName.nullable(),
  /** The call that the agent turned to while more than one is under way, and when. */
  chosenCall: z.strictObject({ id: callId, atMs: epochMs }).nullable(),
  /** What came of requests that were not accepted. */
  callFailures: z.array(z.strictObject({ callId, error: dialerErrorSchema })).readonly(),
  /** What a link or the command line asks for, until the agent has done something about it. */
  asked: askedCallSchema.nullable(),
  /** The live call is also shown in a small window on top of all others. */
  compactOpen: z.boolean(),
  hotkeys: hotkeysStatusSchema,
  /** Numbers that called in vain and were not called back, and how many of them nobody saw in the history. */
  missed: z.strictObject({ unhandled: z.number(), unseen: z.number() }),
  /** Calls that wait for an outcome, and follow-ups: those that are due, and all that are not done. */
  afterCall: z.strictObject({ awaiting: z.number(), due: z.number(), open: z.number() }),
  /** Whether this desktop has a place for our icon, without which the window is never hidden. */
  tray: z.enum(['asking', 'there', 'none']),
  /** The window was closed into the tray for the first time, and no notification could say so. */
  keptInTray: z.boolean(),
  /** The desktop did not show the last notification. */
  notificationsFailed: z.boolean(),
  /** As the system is set now. */
  startsWithSystem: z.boolean(),
  pagesNotOpened: pagesNotOpenedSchema,
});
export type AppState = z.infer<typeof appStateSchema>;
