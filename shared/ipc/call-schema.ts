import { z } from 'zod';
import { type Call, observations, originateOutcomes } from '../domain/call.ts';
import { recordSources } from '../domain/call-event.ts';
import { mostRecordings } from '../domain/call-record.ts';
import { directions, dispositions } from '../domain/disposition.ts';

const text = z.string().max(256);
const epochMs = z.number();
const seconds = z.number();

const callRecordSchema = z.strictObject({
  caller: text.nullable(),
  callee: text.nullable(),
  direction: z.enum(directions).nullable(),
  disposition: z.enum(dispositions).nullable(),
  startedAtMs: epochMs.nullable(),
  endedAtMs: epochMs.nullable(),
  waitSeconds: seconds.nullable(),
  talkSeconds: seconds.nullable(),
  totalSeconds: seconds.nullable(),
  recordingFiles: z.array(text).max(mostRecordings).readonly(),
  trunkName: text.nullable(),
  queue: text.nullable(),
  surveyScore: z.number().nullable(),
  surveyLabel: text.nullable(),
});

/** A call as it crosses IPC and as its facts are kept in the database. */
export const callSchema = z.strictObject({
  id: text,
  profile: text,
  agentNumber: text,
  startedAtMs: epochMs,
  direction: z.enum(directions),
  caller: text,
  callee: text,
  dialled: text.nullable(),
  ruleName: text.nullable(),
  callerId: text.nullable(),
  trunkName: text.nullable(),
  timeoutSeconds: seconds.nullable(),
  callLimitSeconds: seconds.nullable(),
  outcome: z.enum(originateOutcomes),
  outcomeAtMs: epochMs.nullable(),
  outcomeMessage: z.string().max(1024).nullable(),
  originatedCallId: text.nullable(),
  pbxCallIds: z.array(text).readonly(),
  heard: z.strictObject({
    firstAtMs: epochMs,
    incomingNumber: text.nullable(),
    outgoingNumber: text.nullable(),
    participant: text.nullable(),
    legDirection: z.enum(['inbound', 'outbound']).nullable(),
    trunkName: text.nullable(),
    queue: text.nullable(),
  }),
  observed: z.partialRecord(z.enum(observations), epochMs),
  records: z.partialRecord(z.enum(recordSources), callRecordSchema),
  survey: z.strictObject({ score: z.number().nullable(), label: text.nullable() }).nullable(),
  settlement: z
    .strictObject({
      atMs: epochMs,
      disposition: z.enum(dispositions),
      reason: z.enum(['caller-silent', 'no-events', 'abandoned']),
    })
    .nullable(),
}) satisfies z.ZodType<Call>;
