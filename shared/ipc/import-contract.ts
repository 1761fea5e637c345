import { z } from 'zod';
import { columnFields, duplicateChoices, fileEncodings, isDelimiter } from '../domain/exchange/import-file.ts';
import { cutFields, plainProblems } from '../domain/exchange/line-problem.ts';
import type { DestinationError } from '../errors.ts';
import { type ContractOf, epochMs, nothing, resultOf } from './request-schema.ts';

/** Of a table; an address book of a program has a hundred. */
const mostColumns = 300;
/** As many as anybody reads; all of them are counted. */
export const mostProblemsShown = 200;

const fileId = z.string().max(64);
const encoding = z.enum(fileEncodings);
const delimiter = z.string().refine(isDelimiter);

const fileReadingSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('table'),
    form: z.strictObject({ encoding, delimiter, headed: z.boolean() }),
    columns: z.array(z.enum(columnFields)).max(mostColumns).readonly(),
  }),
  z.strictObject({ kind: z.literal('cards'), encoding }),
]);

const openedImportSchema = z.strictObject({
  id: fileId,
  fileName: z.string().max(1024),
  bytes: z.number(),
  reading: fileReadingSchema,
  /** The first rows as they stand there, the headings among them. */
  rows: z.array(z.array(z.string().max(256)).max(mostColumns).readonly()).readonly(),
});
export type OpenedImport = z.infer<typeof openedImportSchema>;

const destinationReasons = [
  'empty',
  'letters',
  'several-numbers',
  'plus-inside',
  'too-long',
  'too-short',
  'no-digits',
  'date',
] as const satisfies readonly DestinationError['reason'][];

const lineProblemSchema = z.discriminatedUnion('code', [
  z.strictObject({
    line: z.number(),
    code: z.literal('number-invalid'),
    text: z.string().max(256),
    reason: z.enum(destinationReasons),
  }),
  z.strictObject({ line: z.number(), code: z.literal('text-cut'), field: z.enum(cutFields) }),
  z.strictObject({ line: z.number(), code: z.literal('do-not-call-unclear'), text: z.string().max(256) }),
  z.strictObject({ line: z.number(), code: z.enum(plainProblems) }),
]);

const importCountsSchema = z.strictObject({
  /** Would be, or were, added. */
  fresh: z.number(),
  /** Have a number that a contact has already. */
  known: z.number(),
  /** Of the fresh ones those with a number that somebody of another name has, there or in the file. */
  shared: z.number(),
  /** Stand in the file a second time, with nothing new. */
  repeated: z.number(),
  withoutNumber: z.number(),
  /** Lines and cards with nothing to keep. */
  leftOut: z.number(),
  problems: z.number(),
});
export type ImportCounts = z.infer<typeof importCountsSchema>;

const checkedImportSchema = z.strictObject({
  counts: importCountsSchema,
  problems: z.array(lineProblemSchema).max(mostProblemsShown).readonly(),
});
export type CheckedImport = z.infer<typeof checkedImportSchema>;

const finishedImportSchema = z.strictObject({
  importId: fileId,
  added: z.number(),
  merged: z.number(),
  skipped: z.number(),
});
export type FinishedImport = z.infer<typeof finishedImportSchema>;

const pastImportSchema = z.strictObject({
  id: fileId,
  fileName: z.string().max(1024),
  atMs: epochMs,
  /** Those of which taking it back would take something away. */
  contacts: z.number(),
});
export type PastImport = z.infer<typeof pastImportSchema>;

/** Contacts of which something was taken back, and those that stay as they are, since they were changed. */
const takenBackSchema = z.strictObject({ taken: z.number(), stayed: z.number() });
export type TakenBack = z.infer<typeof takenBackSchema>;

export const exportFormats = ['csv', 'vcard4', 'vcard3'] as const;
export type ExportFormat = (typeof exportFormats)[number];

const finishedExportSchema = z.strictObject({ fileName: z.string().max(1024), contacts: z.number() });
export type FinishedExport = z.infer<typeof finishedExportSchema>;

/** Null: the person changed their mind, and nothing was done. */
const orNothing = <T extends z.ZodType>(value: T) => resultOf(value.nullable());

export const importContract = {
  /** The path stays in the main process, which asks for the file itself. */
  'import:choose': { input: nothing, output: orNothing(openedImportSchema) },
  'import:preview': {
    input: z.strictObject({
      id: fileId,
      encoding: encoding.optional(),
      delimiter: delimiter.optional(),
      headed: z.boolean().optional(),
    }),
    output: resultOf(openedImportSchema),
  },
  /** Reads all of the file and changes nothing. */
  'import:check': {
    input: z.strictObject({ id: fileId, reading: fileReadingSchema }),
    output: orNothing(checkedImportSchema),
  },
  'import:run': {
    input: z.strictObject({ id: fileId, reading: fileReadingSchema, duplicates: z.enum(duplicateChoices) }),
    output: orNothing(finishedImportSchema),
  },
  'import:cancel': { input: nothing, output: resultOf(nothing) },
  /** Newest first. */
  'import:list': {
    input: nothing,
    output: resultOf(z.strictObject({ imports: z.array(pastImportSchema).readonly() })),
  },
  'import:undo': { input: z.strictObject({ importId: fileId }), output: resultOf(takenBackSchema) },
} satisfies ContractOf<'import'>;

export const exportContract = {
  'export:save': { input: z.strictObject({ format: z.enum(exportFormats) }), output: orNothing(finishedExportSchema) },
  'export:cancel': { input: nothing, output: resultOf(nothing) },
} satisfies ContractOf<'export'>;

/** How far the work with a file is. `total` is in the same unit as `done`: bytes read, or contacts written. */
export const exchangeProgressSchema = z.strictObject({
  work: z.enum(['check', 'run', 'export']),
  done: z.number(),
  total: z.number(),
  contacts: z.number(),
});
export type ExchangeProgress = z.infer<typeof exchangeProgressSchema>;
