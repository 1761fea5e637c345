import { z } from 'zod';
import { commandIds } from '../commands/commands.ts';
import { directions, dispositions } from '../domain/disposition.ts';
import { settingsPatchSchema, settingsSchema } from '../settings/schema.ts';
import { tabs } from '../tabs.ts';
import { callSchema } from './call-schema.ts';
import type { EventChannel, RequestChannel } from './channels.ts';
import { connectionChecksSchema } from './check-schema.ts';
import { dialerErrorSchema } from './error-schema.ts';

const nothing = z.strictObject({});
const secret = z.string().max(1024);
const epochMs = z.number();
const callId = z.string().max(256);
const trunkName = z.string().max(64);

function resultOf<T extends z.ZodType>(value: T) {
  return z.discriminatedUnion('ok', [
    z.strictObject({ ok: z.literal(true), value }),
    z.strictObject({ ok: z.literal(false), error: dialerErrorSchema }),
  ]);
}

/** Where the credentials are. `memory`: kept for this run only. `unprotected`: readable on disk, by the user's own choice. */
export const secretProtectionSchema = z.enum(['keychain', 'memory', 'unprotected']);

/** What may be known of the credentials: which are set, never what they are. */
export const credentialStatusSchema = z.strictObject({
  protection: secretProtectionSchema,
  /** Name of the store that protects them, e.g. `gnome_libsecret`; null when the runtime does not tell. */
  backend: z.string().max(64).nullable(),
  hasUser: z.boolean(),
  hasPassword: z.boolean(),
  hasToken: z.boolean(),
  /** Stored credentials exist but cannot be opened now; they are kept untouched and asked for again. */
  locked: z.boolean(),
});
export type CredentialStatus = z.infer<typeof credentialStatusSchema>;

export const listenerStatusSchema = z.strictObject({
  state: z.enum(['off', 'starting', 'listening', 'port-in-use', 'address-missing', 'credentials-missing', 'failed']),
  /** Address to paste into the PBX, e.g. `http://192.168.1.20:8088/simotel`; null while not known. */
  address: z.string().max(512).nullable(),
  port: z.number().nullable(),
  /** System error code when the listener could not start, e.g. EACCES. */
  problem: z.string().max(64).nullable(),
  lastEventAtMs: epochMs.nullable(),
  /** As the PBX calls it. */
  lastEventName: z.string().max(64).nullable(),
  receivedByName: z.record(z.string().max(64), z.number()),
  rejected: z.strictObject({
    address: z.number(),
    credentials: z.number(),
    malformed: z.number(),
    dropped: z.number(),
  }),
});
export type ListenerStatus = z.infer<typeof listenerStatusSchema>;

export const pbxStatusSchema = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('unknown') }),
  z.strictObject({ state: z.literal('checking') }),
  /** The round trip is that of a ping; another request tells only that the PBX answers. */
  z.strictObject({ state: z.literal('reached'), atMs: epochMs, roundTripMs: z.number().nullable() }),
  z.strictObject({ state: z.literal('failed'), atMs: epochMs, error: dialerErrorSchema }),
]);
export type PbxStatus = z.infer<typeof pbxStatusSchema>;

/**
 * Times that do not fit together. `clocks-differ`: the PBX's clock and this computer's. `event-time-zone`: only the times
 * in events are off, so they are read in the wrong zone; `rightZone` is named when one that is in use here would fit.
 */
export const clockProblemSchema = z.discriminatedUnion('problem', [
  z.strictObject({ problem: z.literal('clocks-differ'), pbxAheadMs: z.number() }),
  z.strictObject({
    problem: z.literal('event-time-zone'),
    eventsAheadMs: z.number(),
    rightZone: z.string().max(64).nullable(),
  }),
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
  credentials: credentialStatusSchema,
  pbx: pbxStatusSchema,
  listener: listenerStatusSchema,
  /** What the provisioning file at start did: applied, or the error that left the settings as they were. */
  provisioning: z
    .discriminatedUnion('state', [
      z.strictObject({ state: z.literal('applied'), file: z.string() }),
      z.strictObject({ state: z.literal('failed'), error: dialerErrorSchema }),
    ])
    .nullable(),
  storageFailed: z.boolean(),
  clock: clockProblemSchema.nullable(),
  /** Calls that the agent closed on the card. */
  dismissedCalls: z.array(callId).readonly(),
  /** The trunk chosen for the next calls. Null: the one of the identity settings; empty: none, the PBX decides. */
  chosenTrunk: trunkName.nullable(),
  /** The call that the agent turned to while more than one is under way, and when. */
  chosenCall: z.strictObject({ id: callId, atMs: epochMs }).nullable(),
  /** What came of requests that were not accepted. */
  callFailures: z.array(z.strictObject({ callId, error: dialerErrorSchema })).readonly(),
  /** The live call is also shown in a small window on top of all others. */
  compactOpen: z.boolean(),
});
export type AppState = z.infer<typeof appStateSchema>;

/** What came of asking the PBX to send a Ping event to our listener. */
const pingRoundTripSchema = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('arrived'), answerMs: z.number(), eventMs: z.number() }),
  /** Nothing came in time; with `turned-away` something did that was not let in, from whomever it was. */
  z.strictObject({ outcome: z.enum(['nothing-came', 'turned-away']), answerMs: z.number() }),
  /** `pbx-left`: another PBX or account was set meanwhile. */
  z.strictObject({ outcome: z.enum(['not-listening', 'pbx-left']) }),
]);
export type PingRoundTrip = z.infer<typeof pingRoundTripSchema>;

export const certificateSchema = z.strictObject({
  host: z.string(),
  fingerprint256: z.string().max(128),
  subject: z.string().max(256),
  issuer: z.string().max(256),
  validFromMs: epochMs,
  validToMs: epochMs,
});
export type CertificateFacts = z.infer<typeof certificateSchema>;

const trunkSchema = z.strictObject({ name: z.string(), description: z.string(), active: z.boolean() });

/** `unknown`: the request went out and no clear answer came; the phone may ring. Never tried again by itself. */
export const originateResultSchema = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('accepted'), callId: z.string() }),
  z.strictObject({ outcome: z.literal('refused'), callId: z.string(), error: dialerErrorSchema }),
  z.strictObject({ outcome: z.literal('unknown'), callId: z.string(), error: dialerErrorSchema }),
]);
export type OriginateResult = z.infer<typeof originateResultSchema>;

export const callCursorSchema = z.strictObject({ startedAtMs: epochMs, id: z.string().max(256) });
export type CallCursor = z.infer<typeof callCursorSchema>;

/** A number of earlier calls. Direction and end are those of the last one; an end that is not known yet is null. */
const calledNumberSchema = z.strictObject({
  number: z.string().max(256),
  lastAtMs: epochMs,
  direction: z.enum(directions),
  disposition: z.enum(dispositions).nullable(),
  calls: z.number(),
  triesToday: z.number(),
});
export type CalledNumber = z.infer<typeof calledNumberSchema>;

export const receivedEventSchema = z.strictObject({
  id: z.number(),
  receivedAtMs: epochMs,
  name: z.string().max(64),
  /** Short and safe to show: state or number, never a query string. */
  summary: z.string().max(256),
  state: z.enum(['applied', 'ignored', 'unknown', 'unreadable']),
});
export type ReceivedEvent = z.infer<typeof receivedEventSchema>;

export const contract = {
  'app:snapshot': {
    input: nothing,
    output: resultOf(appStateSchema),
  },
  'settings:update': { input: settingsPatchSchema, output: resultOf(nothing) },
  /** Absent fields stay; an empty string removes one. */
  'credentials:save': {
    input: z.strictObject({ user: secret.optional(), password: secret.optional(), token: secret.optional() }),
    output: resultOf(nothing),
  },
  'credentials:allow-unprotected': { input: z.strictObject({ allowed: z.boolean() }), output: resultOf(nothing) },
  /** Asks the PBX now; what comes of it is in the next snapshot. */
  'pbx:check': { input: nothing, output: resultOf(nothing) },
  /** Begins a run of the checks; how it goes is announced by `checks:changed`. */
  'checks:start': { input: nothing, output: resultOf(nothing) },
  'pbx:read-certificate': { input: nothing, output: resultOf(certificateSchema) },
  'pbx:trust-certificate': {
    input: z.strictObject({ fingerprint256: z.string().max(128) }),
    output: resultOf(nothing),
  },
  'pbx:list-trunks': { input: nothing, output: resultOf(z.array(trunkSchema).readonly()) },
  'call:originate': {
    input: z.strictObject({
      destination: z.string().max(256),
      /** Null: the trunk of the identity settings. */
      trunkName: trunkName.nullable(),
    }),
    output: resultOf(originateResultSchema),
  },
  /** A call from the agent's own phone to itself: what proves that the account may place calls. */
  'call:call-myself': { input: nothing, output: resultOf(originateResultSchema) },
  /** Newest first; `before` is the last row of the page already shown. */
  'call:list': {
    input: z.strictObject({ before: callCursorSchema.nullable(), limit: z.int().min(1).max(200) }),
    output: resultOf(z.strictObject({ calls: z.array(callSchema).readonly(), total: z.number() })),
  },
  /** Numbers of earlier calls that hold the typed digits, best first, and what is known of the typed one itself. */
  'call:suggest': {
    input: z.strictObject({
      digits: z
        .string()
        .max(40)
        .regex(/^[\d*#+]*$/),
      limit: z.int().min(1).max(20),
    }),
    output: resultOf(
      z.strictObject({ exact: calledNumberSchema.nullable(), numbers: z.array(calledNumberSchema).readonly() }),
    ),
  },
  'call:dismiss': { input: z.strictObject({ id: callId }), output: resultOf(nothing) },
  'call:choose': { input: z.strictObject({ id: callId }), output: resultOf(nothing) },
  'call:choose-trunk': { input: z.strictObject({ name: trunkName.nullable() }), output: resultOf(nothing) },
  'listener:reveal-set-up': {
    input: nothing,
    output: resultOf(
      z.strictObject({ address: z.string(), user: z.string(), password: z.string(), trunkApiAddress: z.string() }),
    ),
  },
  /** Both absent: new ones are generated. */
  'listener:save-credentials': {
    input: z.strictObject({ user: secret.min(1).optional(), password: secret.min(1).optional() }),
    output: resultOf(nothing),
  },
  'listener:retry': { input: nothing, output: resultOf(nothing) },
  'listener:ping-round-trip': { input: nothing, output: resultOf(pingRoundTripSchema) },
  'listener:recent-events': {
    input: z.strictObject({ limit: z.int().min(1).max(200) }),
    output: resultOf(z.array(receivedEventSchema).readonly()),
  },
  'demo:start': { input: nothing, output: resultOf(nothing) },
  'demo:leave': { input: nothing, output: resultOf(nothing) },
  'window:compact': { input: z.strictObject({ open: z.boolean() }), output: resultOf(nothing) },
  'window:show-main': { input: nothing, output: resultOf(nothing) },
  'clipboard:write': { input: z.strictObject({ text: z.string().max(4096) }), output: resultOf(nothing) },
  /** The first layout stands as it will stay: the window may be seen. */
  'window:ready': { input: nothing, output: resultOf(nothing) },
  'window:hide': { input: nothing, output: resultOf(nothing) },
  'window:remember-tab': { input: z.strictObject({ tab: z.enum(tabs) }), output: resultOf(nothing) },
  /** What can be done now; the menu shows the rest as not available. */
  'window:offer-commands': {
    input: z.strictObject({ commands: z.array(z.enum(commandIds)).max(commandIds.length).readonly() }),
    output: resultOf(nothing),
  },
} satisfies Record<RequestChannel, { input: z.ZodType; output: z.ZodType }>;

export type RequestInput<C extends RequestChannel> = z.infer<(typeof contract)[C]['input']>;
export type RequestOutput<C extends RequestChannel> = z.infer<(typeof contract)[C]['output']>;

export const eventContract = {
  'state:changed': appStateSchema,
  'call:changed': z.strictObject({ revision: z.number(), call: callSchema, total: z.number() }),
  'event:received': receivedEventSchema,
  /** Chosen in the system's menu. */
  'command:run': z.strictObject({ command: z.enum(commandIds) }),
  /** Null: what was found out is about a PBX or an account that is not set any more. */
  'checks:changed': connectionChecksSchema.nullable(),
} satisfies Record<EventChannel, z.ZodType>;

export type EventPayload<C extends EventChannel> = z.infer<(typeof eventContract)[C]>;

/** What the preload script exposes to the page as `window.dialer`: two functions, no Electron object. */
export interface DialerBridge {
  request<C extends RequestChannel>(channel: C, input: RequestInput<C>): Promise<RequestOutput<C>>;
  /** Returns the function that ends the subscription. */
  subscribe<C extends EventChannel>(channel: C, listener: (payload: EventPayload<C>) => void): () => void;
}
