import { type CallOrder, isDirectoryExtension, isExtension } from './call-order.ts';
import type { EventFields } from './demo-pbx-types.ts';
import { defaultTrunkName } from './directory-trunks.ts';
import type { FinishedCall, Survey } from './finished-call.ts';
import { type SpecialOutcome, specialOutcomeOf } from './special-callees.ts';

export type ScriptStep = { readonly atMs: number } & (
  | {
      readonly what: 'event';
      readonly name: 'NewState' | 'OutgoingCall' | 'IncomingCall';
      readonly fields: EventFields;
    }
  /** The callee picked up. */
  | { readonly what: 'answered' }
  /** The call is over and entered into the books. */
  | { readonly what: 'ended' }
  | { readonly what: 'cdr-event' }
  | { readonly what: 'survey-event' }
);

/** How the call ends up in the books. */
export interface CallEnding {
  readonly disposition: FinishedCall['disposition'];
  readonly waitSeconds: number;
  readonly talkSeconds: number;
  /** By which trunk it came in; empty for calls that go out. */
  readonly entryPoint: string;
  readonly outgoingPoint: string;
  readonly recorded: boolean;
  readonly survey: Survey | null;
  readonly cdrSpelling: 'usual' | 'other';
}

export interface CallScript {
  readonly steps: readonly ScriptStep[];
  /** Null: the first party never answered, for which a PBX keeps no record and sends no final event. */
  readonly ending: CallEnding | null;
  /** Every event is sent twice and out of order. */
  readonly disordered: boolean;
}

type Course = 'caller-silent' | 'failed' | 'busy' | 'no-answer' | 'answered';

export const timing = {
  callerRingsMs: 300,
  callerAnswersMs: 2000,
  calleeLegMs: 2500,
  failureMs: 1000,
  busyToneMs: 1500,
  calleeRingsForMs: 3000,
  talkSeconds: 8,
  longTalkSeconds: 600,
  recordedTalkSeconds: 120,
  cdrDelayMs: 200,
  surveyDelayMs: 400,
} as const;

const recordedOutcomes: ReadonlySet<SpecialOutcome> = new Set(['recorded', 'long-recording', 'recording-gone']);

export const demoSurvey: Survey = { point: 5, label: 'رضایت مشتری' };

/** What happens after a request to call was accepted, in milliseconds since then. */
export function scriptCall(order: CallOrder): CallScript {
  const special = specialOutcomeOf(order.callee);
  const course = courseOf(order);
  const disordered = special === 'events-disordered';
  if (course === 'caller-silent') {
    return { steps: silentCallerSteps(order), ending: null, disordered };
  }
  const talkSeconds = Math.min(talkSecondsOf(special), order.callLimitSeconds ?? Number.POSITIVE_INFINITY);
  const answeredAtMs = timing.calleeLegMs + timing.calleeRingsForMs;
  const answered = course === 'answered';
  const endsAtMs = {
    failed: timing.calleeLegMs + timing.failureMs,
    busy: timing.calleeLegMs + timing.busyToneMs,
    'no-answer': timing.calleeLegMs + order.timeoutSeconds * 1000,
    answered: answeredAtMs + talkSeconds * 1000,
  }[course];
  const surveyed = special === 'survey';
  return {
    steps: [
      ...callerLegSteps(order),
      ...(course === 'failed' ? [] : calleeLegSteps(order, course)),
      ...(answered ? answerSteps(order, answeredAtMs) : []),
      ...idleSteps(order, course, endsAtMs),
      { atMs: endsAtMs, what: 'ended' },
      { atMs: endsAtMs + timing.cdrDelayMs, what: 'cdr-event' },
      ...(surveyed ? [{ atMs: endsAtMs + timing.surveyDelayMs, what: 'survey-event' } as const] : []),
    ],
    ending: {
      disposition: ({ failed: 'FAILED', busy: 'BUSY', 'no-answer': 'NO ANSWER', answered: 'ANSWERED' } as const)[
        course
      ],
      waitSeconds: Math.round((answered ? answeredAtMs : endsAtMs) / 1000),
      talkSeconds: answered ? talkSeconds : 0,
      entryPoint: '',
      outgoingPoint: isLocal(order) ? '' : outgoingPointOf(order),
      recorded: special !== null && recordedOutcomes.has(special),
      survey: surveyed ? demoSurvey : null,
      cdrSpelling: special === 'other-spelling' ? 'other' : 'usual',
    },
    disordered,
  };
}

function talkSecondsOf(special: SpecialOutcome | null): number {
  if (special === 'long-call') return timing.longTalkSeconds;
  return special === 'long-recording' ? timing.recordedTalkSeconds : timing.talkSeconds;
}

export function isLocal(order: CallOrder): boolean {
  return isExtension(order.caller) && isExtension(order.callee);
}

function courseOf(order: CallOrder): Course {
  const timeoutMs = order.timeoutSeconds * 1000;
  if ((isExtension(order.caller) && !isDirectoryExtension(order.caller)) || timeoutMs < timing.callerAnswersMs) {
    return 'caller-silent';
  }
  if (isExtension(order.callee) && !isDirectoryExtension(order.callee)) {
    return 'failed';
  }
  if (order.callee === order.caller) {
    return 'busy';
  }
  switch (specialOutcomeOf(order.callee)) {
    case 'caller-silent':
      return 'caller-silent';
    case 'trunk-failed':
      return 'failed';
    case 'busy':
    case 'calls-back':
    case 'calls-back-in-vain':
      return 'busy';
    case 'no-answer':
      return 'no-answer';
    default:
      return timeoutMs < timing.calleeRingsForMs ? 'no-answer' : 'answered';
  }
}

/** The request's trunk, or the one the dial plan's outgoing route would choose. */
function outgoingPointOf(order: CallOrder): string {
  return order.trunkName === '' ? defaultTrunkName : order.trunkName;
}

function silentCallerSteps(order: CallOrder): ScriptStep[] {
  const givesUpAtMs = timing.callerRingsMs + order.timeoutSeconds * 1000;
  return isExtension(order.caller)
    ? [
        newState(timing.callerRingsMs, { exten: order.caller, state: 'Ringing' }),
        newState(givesUpAtMs, { exten: order.caller, state: 'Idle' }),
      ]
    : callerLegSteps(order);
}

function callerLegSteps(order: CallOrder): ScriptStep[] {
  return isExtension(order.caller)
    ? [
        newState(timing.callerRingsMs, { exten: order.caller, state: 'Ringing' }),
        newState(timing.callerAnswersMs, { exten: order.caller, state: 'InUse', direction: 'out' }),
      ]
    : [outgoingCall(timing.callerRingsMs, order.caller, outgoingPointOf(order))];
}

function calleeLegSteps(order: CallOrder, course: Course): ScriptStep[] {
  if (!isExtension(order.callee)) {
    return [outgoingCall(timing.calleeLegMs, order.callee, outgoingPointOf(order))];
  }
  const ringing = { exten: order.callee, state: 'Ringing', participant: order.caller, direction: 'in' };
  return course === 'busy' ? [] : [newState(timing.calleeLegMs, ringing)];
}

function answerSteps(order: CallOrder, atMs: number): ScriptStep[] {
  const { caller, callee } = order;
  const steps: ScriptStep[] = [{ atMs, what: 'answered' }];
  if (isExtension(caller)) {
    steps.push(newState(atMs, { exten: caller, state: 'InUse', participant: callee, direction: 'out' }));
  }
  if (isExtension(callee)) {
    steps.push(newState(atMs, { exten: callee, state: 'InUse', participant: caller, direction: 'in' }));
  }
  return steps;
}

function idleSteps(order: CallOrder, course: Course, atMs: number): ScriptStep[] {
  const calleeRang = course === 'answered' || course === 'no-answer';
  const extensions = calleeRang ? [order.caller, order.callee] : [order.caller];
  return extensions.filter(isExtension).map((exten) => newState(atMs, { exten, state: 'Idle' }));
}

export function newState(atMs: number, fields: EventFields): ScriptStep {
  return { atMs, what: 'event', name: 'NewState', fields };
}

function outgoingCall(atMs: number, number: string, outgoingPoint: string): ScriptStep {
  return { atMs, what: 'event', name: 'OutgoingCall', fields: { number, outgoing_point: outgoingPoint } };
}
