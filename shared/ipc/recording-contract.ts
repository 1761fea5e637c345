import { z } from 'zod';
import { audioFormats } from '../domain/recording/audio-kind.ts';
import { type ContractOf, callId, nothing, resultOf } from './request-schema.ts';

const recordingSchema = z.discriminatedUnion('state', [
  /** Not on this computer: nothing is known of it but that the PBX named it. */
  z.strictObject({ state: z.literal('absent') }),
  /** `totalBytes` null: the PBX does not say how much there is. */
  z.strictObject({ state: z.literal('fetching'), receivedBytes: z.number(), totalBytes: z.number().nullable() }),
  /** `plays` false: it can be saved, and no page plays its form. */
  z.strictObject({ state: z.literal('ready'), bytes: z.number(), format: z.enum(audioFormats), plays: z.boolean() }),
]);
/** The recording of a call, as far as this computer has it. */
export type Recording = z.infer<typeof recordingSchema>;

const keptRecordingsSchema = z.strictObject({ bytes: z.number(), recordings: z.number() });
export type KeptRecordings = z.infer<typeof keptRecordingsSchema>;

/** As `recordingId` makes it. */
const ofRecording = z.strictObject({ recordingId: callId });

export const recordingContract = {
  'recording:read': { input: ofRecording, output: resultOf(recordingSchema) },
  /** Resolves when it is here; absent when it was cancelled. */
  'recording:fetch': { input: ofRecording, output: resultOf(recordingSchema) },
  'recording:cancel': { input: ofRecording, output: resultOf(nothing) },
  /** Null: the person changed their mind. */
  'recording:save': {
    input: ofRecording,
    output: resultOf(z.strictObject({ fileName: z.string().max(1024) }).nullable()),
  },
  'recording:kept': { input: nothing, output: resultOf(keptRecordingsSchema) },
  /** Answers with what is left. */
  'recording:clear': { input: nothing, output: resultOf(keptRecordingsSchema) },
} satisfies ContractOf<'recording'>;

export const recordingProgressSchema = z.strictObject({
  recordingId: callId,
  receivedBytes: z.number(),
  totalBytes: z.number().nullable(),
});
export type RecordingProgress = z.infer<typeof recordingProgressSchema>;
