import { z } from 'zod';
import { type ContractOf, epochMs, nothing, resultOf, secret } from './request-schema.ts';

export const listenerStatusSchema = z.strictObject({
  state: z.enum(['off', 'starting', 'listening', 'port-in-use', 'address-missing', 'credentials-missing', 'failed']),
  /** Address to paste into the PBX, e.g. `http://192.168.1.20:8088/simotel`; null while not known. */
  address: z.string().max(512).nullable(),
  port: z.number().nullable(),
  /** How often it was started: each time its address, port and credentials may be others, whether or not its state was seen to change. */
  starts: z.int(),
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

/** What came of asking the PBX to send a Ping event to our listener. */
const pingRoundTripSchema = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('arrived'), answerMs: z.number(), eventMs: z.number() }),
  /** Nothing came in time; with `turned-away` something did that was not let in, from whomever it was. */
  z.strictObject({ outcome: z.enum(['nothing-came', 'turned-away']), answerMs: z.number() }),
  /** `pbx-left`: another PBX or account was set meanwhile. */
  z.strictObject({ outcome: z.enum(['not-listening', 'pbx-left']) }),
]);
export type PingRoundTrip = z.infer<typeof pingRoundTripSchema>;

export const receivedEventSchema = z.strictObject({
  id: z.number(),
  receivedAtMs: epochMs,
  name: z.string().max(64),
  /** Short and safe to show: state or number, never a query string. */
  summary: z.string().max(256),
  state: z.enum(['applied', 'ignored', 'unknown', 'unreadable']),
});
export type ReceivedEvent = z.infer<typeof receivedEventSchema>;

export const listenerContract = {
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
} satisfies ContractOf<'listener'>;
