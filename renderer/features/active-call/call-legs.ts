import type { Call } from '../../../shared/domain/call.ts';
import { type CallStep, callSteps, type StepKind } from '../../../shared/domain/call-steps.ts';
import { callDisposition, isToAgent } from '../../../shared/domain/call-view.ts';
import type { Disposition } from '../../../shared/domain/disposition.ts';
import { type CallPhase, callPhase } from './call-phase.ts';

/** What a call came to grief by, at the place where it did. */
export type LegGrief = Extract<Disposition, 'not-sent' | 'refused' | 'no-answer' | 'busy' | 'congestion' | 'failed'>;

/** `now`: what the call waits for. `rang`: more was not seen of it. `not-called`: it never comes to that any more. `unknown`: nobody told, so it may be either. */
export type LegState = 'ahead' | 'now' | 'reached' | 'rang' | 'not-called' | 'unknown' | LegGrief;

/** One of the three places a call goes through, and the last thing heard of it. */
export interface Stop {
  readonly kind: 'own' | 'pbx' | 'other';
  readonly state: LegState;
  readonly news: CallStep | null;
}

/** The agent's phone, the PBX or its trunk, the other party, and the two legs between them. */
export interface CallLegs {
  readonly stops: readonly [Stop, Stop, Stop];
  readonly legs: readonly [own: LegState, other: LegState];
}

const griefs: ReadonlySet<LegState> = new Set<LegGrief>([
  'not-sent',
  'refused',
  'no-answer',
  'busy',
  'congestion',
  'failed',
]);

export function isGrief(state: LegState): state is LegGrief {
  return griefs.has(state);
}

const told: Readonly<Record<Stop['kind'], readonly StepKind[]>> = {
  own: ['caller-ringing', 'caller-answered'],
  pbx: ['requested', 'accepted', 'unconfirmed'],
  other: ['came-in', 'callee-reached', 'talking'],
};

type States = readonly [own: LegState, ownLeg: LegState, pbx: LegState, otherLeg: LegState, other: LegState];

/** Says of each place no more than what was observed or told. `seen`: whether anything will be told of how the call goes on. */
export function callLegs(call: Call, seen: boolean): CallLegs {
  const steps = callSteps(call);
  const phase = callPhase(call);
  const [own, ownLeg, pbx, otherLeg, other] =
    phase === 'ended' ? endStates(call, steps) : liveStates(phase, call, steps, seen);
  const stop = (kind: Stop['kind'], state: LegState): Stop => {
    const end = isGrief(state) ? steps.find((step) => step.kind === 'ended') : undefined;
    return { kind, state, news: end ?? steps.findLast((step) => told[kind].includes(step.kind)) ?? null };
  };
  return { stops: [stop('own', own), stop('pbx', pbx), stop('other', other)], legs: [ownLeg, otherLeg] };
}

function liveStates(
  phase: Exclude<CallPhase, 'ended' | 'unwatched'>,
  call: Call,
  steps: readonly CallStep[],
  seen: boolean,
): States {
  const own = has(steps, 'caller-answered') ? 'reached' : 'unknown';
  const cameIn = call.outcome === 'none';
  switch (phase) {
    case 'asking':
      return ['ahead', 'ahead', 'now', 'ahead', 'ahead'];
    case 'accepted':
      return seen
        ? ['ahead', 'now', 'reached', 'ahead', 'ahead']
        : ['unknown', 'unknown', 'reached', 'unknown', 'unknown'];
    case 'unconfirmed':
      return ['unknown', 'unknown', 'unknown', 'unknown', 'unknown'];
    case 'incoming':
      return ['now', 'now', 'reached', 'reached', 'reached'];
    case 'ringingCaller':
      return ['now', 'now', 'reached', cameIn ? 'unknown' : 'ahead', cameIn ? 'unknown' : 'ahead'];
    case 'callerAnswered':
      return ['reached', 'reached', 'reached', 'now', cameIn ? 'unknown' : 'ahead'];
    case 'ringingCallee':
      return [own, own, 'reached', 'now', 'now'];
    case 'talking':
      return ['reached', 'reached', 'reached', 'reached', 'reached'];
  }
}

/** Where a call came to grief, and by what; null where nobody told that. */
const griefOf: Readonly<Record<Disposition, { readonly at: Stop['kind']; readonly by: LegGrief } | null>> = {
  answered: null,
  'no-answer': { at: 'other', by: 'no-answer' },
  busy: { at: 'other', by: 'busy' },
  failed: { at: 'other', by: 'failed' },
  congestion: { at: 'other', by: 'congestion' },
  'agent-no-answer': { at: 'own', by: 'no-answer' },
  cancelled: null,
  refused: { at: 'pbx', by: 'refused' },
  'not-sent': { at: 'pbx', by: 'not-sent' },
  unknown: null,
};

const unheard: ReadonlySet<StepKind> = new Set(['requested', 'unconfirmed', 'ended']);

function endStates(call: Call, steps: readonly CallStep[]): States {
  const disposition = callDisposition(call) ?? 'unknown';
  if (disposition === 'answered') return ['reached', 'reached', 'reached', 'reached', 'reached'];
  const grief = griefOf[disposition];
  if (grief?.at === 'pbx') return [...pair('not-called'), grief.by, ...pair('not-called')];
  const cameIn = isToAgent(call);
  if (grief?.at === 'own' || (grief?.at === 'other' && cameIn)) {
    // The other party of a call from here is called once the own phone was picked up.
    const beyond = cameIn ? 'reached' : has(steps, 'callee-reached') ? 'unknown' : 'not-called';
    return [...pair(grief.by), 'reached', ...pair(beyond)];
  }
  const own = has(steps, 'caller-answered') ? 'reached' : has(steps, 'caller-ringing') ? 'rang' : 'unknown';
  // A request without an answer, of which no event ever came, may never have arrived.
  const pbx = steps.every(({ kind }) => unheard.has(kind)) ? 'unknown' : 'reached';
  return [own, own, pbx, ...pair(grief?.by ?? (cameIn || has(steps, 'talking') ? 'reached' : 'unknown'))];
}

function pair(state: LegState): readonly [LegState, LegState] {
  return [state, state];
}

function has(steps: readonly CallStep[], kind: StepKind): boolean {
  return steps.some((step) => step.kind === kind);
}
