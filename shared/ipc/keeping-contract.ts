import { z } from 'zod';
import { type KeepingSettings, keepingSettingsSchema } from '../settings/schema.ts';
import { type ContractOf, epochMs, nothing, resultOf } from './request-schema.ts';

/** Why the database takes nothing. `damaged`: what it holds is broken; all others may pass. */
export const storageProblems = ['busy', 'full', 'read-only', 'disk-error', 'damaged', 'other'] as const;
export type StorageProblem = (typeof storageProblems)[number];

export const backupKinds = ['daily', 'asked', 'before-update', 'before-removal'] as const;
export type BackupKind = (typeof backupKinds)[number];

const backupSchema = z.strictObject({
  name: z.string().max(64),
  kind: z.enum(backupKinds),
  madeAtMs: epochMs,
  bytes: z.number(),
  /** It was read through when it was made, and its file is the same since. */
  verified: z.boolean(),
  /** Null where it was not read through. */
  calls: z.number().nullable(),
});
export type Backup = z.infer<typeof backupSchema>;

export const backupProblemSchema = z.discriminatedUnion('problem', [
  /** Null: found out when it was full already. */
  z.strictObject({
    problem: z.literal('no-room'),
    neededBytes: z.number().nullable(),
    freeBytes: z.number().nullable(),
  }),
  z.strictObject({ problem: z.literal('damaged') }),
  z.strictObject({ problem: z.literal('failed'), reason: z.string().max(1024) }),
]);
export type BackupProblem = z.infer<typeof backupProblemSchema>;

/** `search-damaged`: nothing but what can be made anew was damaged, and it was. */
export const rescueCauses = ['damaged', 'search-damaged', 'gone', 'journal-gone', 'asked'] as const;

/** What was done in place of a database that could not be used, or that a person had replaced. */
export const rescueReportSchema = z.strictObject({
  atMs: epochMs,
  cause: z.enum(rescueCauses),
  /** When the backup was made that took its place; null: a new, empty database did. */
  backupAtMs: epochMs.nullable(),
  /** The folder that the files went to; null where none had to go. */
  aside: z.string().max(256).nullable(),
  /** Events that were taken over out of the files that went. */
  events: z.number(),
  /** Whether all events there could be read. */
  eventsRead: z.enum(['all', 'some', 'none']),
  /** What may be missing; `fromMs` null: from the beginning. Null: nothing. */
  missing: z.strictObject({ fromMs: epochMs.nullable(), toMs: epochMs }).nullable(),
});
export type RescueReport = z.infer<typeof rescueReportSchema>;

/** How the database fares, for the notices. */
export const keepingStateSchema = z.strictObject({
  /** Why it takes nothing now; null while it does. */
  storage: z.enum(storageProblems).nullable(),
  /** Until the person has taken note of it. */
  rescue: rescueReportSchema.nullable(),
  /** Why the last backup that was due was not made. */
  backup: backupProblemSchema.nullable(),
});
export type KeepingState = z.infer<typeof keepingStateSchema>;

export const removalRuleSchema = keepingSettingsSchema;
export type RemovalRule = KeepingSettings;

const lastRemovalSchema = z.strictObject({ atMs: epochMs, calls: z.number() });
export type LastRemoval = z.infer<typeof lastRemovalSchema>;

/** Of the whole database, indexes compared with what they are of. */
const lastCheckSchema = z.strictObject({ atMs: epochMs, sound: z.boolean() });
export type LastCheck = z.infer<typeof lastCheckSchema>;

const keptHistorySchema = z.strictObject({
  /** Newest first. */
  backups: z.array(backupSchema).readonly(),
  bytes: z.number(),
  lastRemoval: lastRemovalSchema.nullable(),
  lastCheck: lastCheckSchema.nullable(),
});
export type KeptHistory = z.infer<typeof keptHistorySchema>;

const removalPreviewSchema = z.strictObject({
  calls: z.number(),
  /** Of those that go; null where none do. */
  oldestMs: epochMs.nullable(),
  newestMs: epochMs.nullable(),
  /** With a note, an outcome or tags. */
  noted: z.number(),
  /** With a recording at the PBX; `more`: at least so many. */
  recorded: z.strictObject({ count: z.number(), more: z.boolean() }),
  /** Old enough to go, and kept: a follow-up is open, or an outcome awaited. */
  kept: z.number(),
});
export type RemovalPreview = z.infer<typeof removalPreviewSchema>;

const backupName = z.string().max(64);

export const keepingContract = {
  /** The person knows what became of the database. */
  'keeping:rescue-noted': { input: nothing, output: resultOf(nothing) },
  /** Starts the program again, which reads a damaged database through and mends it. */
  'keeping:mend': { input: nothing, output: resultOf(nothing) },
  'keeping:read': { input: nothing, output: resultOf(keptHistorySchema) },
  'keeping:back-up': { input: nothing, output: resultOf(backupSchema) },
  /** Reads the whole database through, beside the work of the program. */
  'keeping:check': { input: nothing, output: resultOf(lastCheckSchema) },
  'keeping:open-folder': { input: nothing, output: resultOf(nothing) },
  /** What a rule would take if it held now. */
  'keeping:preview-removal': { input: removalRuleSchema, output: resultOf(removalPreviewSchema) },
  /** Reads a backup through: what it holds, and how many calls there are now. */
  'keeping:preview-restore': {
    input: z.strictObject({ name: backupName }),
    output: resultOf(z.strictObject({ calls: z.number(), newestCallMs: epochMs.nullable(), callsNow: z.number() })),
  },
  /** Starts the program again with the backup; what was there is kept aside. */
  'keeping:restore': { input: z.strictObject({ name: backupName }), output: resultOf(nothing) },
} satisfies ContractOf<'keeping'>;
