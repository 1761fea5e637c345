import { z } from 'zod';
import { extensionStates } from '../domain/call-event.ts';
import { directoryServices, trunkStates } from '../domain/pbx-directory.ts';
import { dialerErrorSchema } from './error-schema.ts';
import { type ContractOf, epochMs, nothing, resultOf, trunkName } from './request-schema.ts';

const extension = z.string().max(64);
const queueShape = { name: z.string().max(256), number: extension };

/** `read`: what is known, from whenever it is; `failure`: why the last attempt brought nothing newer. */
const readingSchema = z.strictObject({
  service: z.enum(directoryServices),
  read: z.strictObject({ count: z.number(), atMs: epochMs }).nullable(),
  failure: z.strictObject({ atMs: epochMs, error: dialerErrorSchema }).nullable(),
});
export type ServiceReading = z.infer<typeof readingSchema>;

export const directoryStatusSchema = z.strictObject({
  revision: z.number(),
  /** What is being read; `total` is null where the PBX does not say it. */
  running: z
    .strictObject({ service: z.enum(directoryServices), read: z.number(), total: z.number().nullable() })
    .nullable(),
  services: z.array(readingSchema).readonly(),
  /** Numbers of colleagues: of others nothing is known by presence. */
  extensions: z.array(extension).readonly(),
  /** Numbers of colleagues and queues, which dial rules leave alone; null: the colleagues were never read. */
  internal: z.array(extension).readonly().nullable(),
});
export type DirectoryStatus = z.infer<typeof directoryStatusSchema>;

export const presenceSchema = z.strictObject({
  revision: z.number(),
  /** Events can come in at all. */
  hearing: z.boolean(),
  extensions: z.array(z.strictObject({ number: extension, state: z.enum(extensionStates), atMs: epochMs })).readonly(),
  /** The agent's own; empty while they are not known. */
  queues: z
    .array(z.strictObject({ ...queueShape, paused: z.boolean().nullable(), atMs: epochMs.nullable() }))
    .readonly(),
  /** False: the PBX refused this account to take agents out of queues, and has not done it since. */
  mayPause: z.boolean(),
  trunks: z.array(z.strictObject({ name: trunkName, state: z.enum(trunkStates), atMs: epochMs })).readonly(),
});
export type PresenceSnapshot = z.infer<typeof presenceSchema>;

export const directoryContract = {
  'directory:read': { input: nothing, output: resultOf(directoryStatusSchema) },
  /** Answers when it is read; how it goes is announced by `directory:changed`. */
  'directory:refresh': { input: nothing, output: resultOf(nothing) },
  'presence:read': { input: nothing, output: resultOf(presenceSchema) },
  /** Takes the agent out of a queue, or back. Null: out of all of the agent's queues. */
  'presence:pause': {
    input: z.strictObject({ queue: extension.nullable(), paused: z.boolean() }),
    output: resultOf(nothing),
  },
} satisfies ContractOf<'directory' | 'presence'>;
