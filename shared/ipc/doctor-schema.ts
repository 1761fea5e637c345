import { z } from 'zod';
import { linkSchemes } from '../domain/link-schemes.ts';
import { hotkeyActions } from '../hotkeys/hotkey.ts';
import { dialerErrorSchema } from './error-schema.ts';
import { storageProblems } from './keeping-contract.ts';
import { type ContractOf, epochMs, nothing, resultOf } from './request-schema.ts';

/** What the set-up doctor looks at, in the order of its list. */
export const doctorChecks = [
  'address',
  'simotel',
  'account',
  'right-ping',
  'right-trunks',
  'right-reports',
  'right-users',
  'right-contacts',
  'right-blacklist',
  'right-calls',
  'listener',
  'round-trip',
  'kinds',
  'clock',
  'zones',
  'keychain',
  'hotkeys',
  'links',
  'disk',
] as const;
export type DoctorCheck = (typeof doctorChecks)[number];

/** `unseen`: nothing was observed that would prove or refute it. */
export const findingStates = ['checking', 'ok', 'attention', 'failed', 'unseen'] as const;
export type FindingState = (typeof findingStates)[number];

/** What a finding says, in a word for which each language has a sentence. */
export const findingSayings = [
  'checking',
  'not-reached',
  'error',
  'address-none',
  'address-trusted',
  'address-pinned',
  'simotel-answers',
  'account-accepted',
  'right-allowed',
  'right-denied',
  'right-missing',
  'right-unclear',
  'calls-accepted',
  'calls-denied',
  'calls-unseen',
  'listener-on',
  'listener-off',
  'listener-starting',
  'listener-port',
  'listener-address',
  'listener-credentials',
  'listener-failed',
  'round-trip-arrived',
  'round-trip-nothing',
  'round-trip-turned-away',
  'round-trip-not-listening',
  'round-trip-denied',
  'kinds-all',
  'kinds-some',
  'kinds-without-states',
  'kinds-earlier',
  'kinds-none',
  'clock-agrees',
  'clock-ahead',
  'clock-behind',
  'clock-unseen',
  'zones-agree',
  'zones-wrong',
  'zones-wrong-known',
  'zones-other-clock',
  'zones-unclear',
  'zones-unseen',
  'keychain-protected',
  'keychain-memory',
  'keychain-unprotected',
  'keychain-locked',
  'hotkeys-on',
  'hotkeys-none',
  'hotkeys-paused',
  'hotkeys-missing',
  'hotkeys-unsure',
  'links-ours',
  'links-other',
  'links-none',
  'links-unknown',
  'disk-roomy',
  'disk-low',
  'disk-unknown',
  'disk-backup',
  'disk-problem',
] as const;
export type FindingSays = (typeof findingSayings)[number];

const eventNames = z.array(z.string().max(64)).readonly();

/** What stands in the places of the sentence. */
const findingFactsSchema = z.strictObject({
  host: z.string().max(512).optional(),
  address: z.string().max(512).optional(),
  port: z.number().optional(),
  /** A code of the system. */
  code: z.string().max(64).optional(),
  ms: z.number().optional(),
  answerMs: z.number().optional(),
  eventMs: z.number().optional(),
  arrived: eventNames.optional(),
  missing: eventNames.optional(),
  atMs: epochMs.optional(),
  /** How far two clocks are apart. */
  apartMs: z.number().optional(),
  zone: z.string().max(64).optional(),
  rightZone: z.string().max(64).optional(),
  store: z.string().max(64).optional(),
  actions: z.array(z.enum(hotkeyActions)).readonly().optional(),
  schemes: z.array(z.enum(linkSchemes)).readonly().optional(),
  program: z.string().max(256).optional(),
  freeBytes: z.number().optional(),
  usedBytes: z.number().optional(),
  storage: z.enum(storageProblems).optional(),
});
export type FindingFacts = z.infer<typeof findingFactsSchema>;

const findingSchema = z.strictObject({
  check: z.enum(doctorChecks),
  state: z.enum(findingStates),
  says: z.enum(findingSayings),
  facts: findingFactsSchema,
  /** With `error`: what went wrong. */
  error: dialerErrorSchema.nullable(),
});
export type Finding = z.infer<typeof findingSchema>;

/** How far one run of the doctor has come. */
export const doctorRunSchema = z.strictObject({
  /** Rises with every run. */
  run: z.number(),
  startedAtMs: epochMs,
  finished: z.boolean(),
  findings: z.array(findingSchema).readonly(),
});
export type DoctorRun = z.infer<typeof doctorRunSchema>;

export const doctorContract = {
  /** Begins a run of all checks; how it goes is announced by `doctor:changed`. */
  'doctor:start': { input: nothing, output: resultOf(nothing) },
  /** The last run; null when nothing is known of what is set now. */
  'doctor:read': { input: nothing, output: resultOf(z.strictObject({ last: doctorRunSchema.nullable() })) },
  /** Copies a report after secrets and numbers were taken out of it, and answers what was copied. */
  'doctor:copy': {
    input: z.strictObject({ text: z.string().max(16 * 1024) }),
    output: resultOf(z.strictObject({ text: z.string() })),
  },
} satisfies ContractOf<'doctor'>;
