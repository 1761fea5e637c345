import type { Call } from './call.ts';
import { agentInUseAtMs, cameToAgent, observedTalkAtMs } from './call-signs.ts';
import { callEnd, type StepSource, talkingSince } from './call-view.ts';

/** `caller-ringing` and `caller-answered` tell of the agent's own phone, also in a call that came in. */
export type StepKind =
  | 'requested'
  | 'accepted'
  | 'came-in'
  | 'caller-ringing'
  | 'caller-answered'
  | 'callee-reached'
  | 'talking'
  | 'unconfirmed'
  | 'ended';

export interface CallStep {
  readonly kind: StepKind;
  readonly atMs: number;
  readonly source: StepSource;
}

/** What was observed, in order of time; steps nobody told us are absent, not guessed. */
export function callSteps(call: Call): readonly CallStep[] {
  const steps: CallStep[] = [];
  const add = (kind: StepKind, atMs: number | null | undefined, source: StepSource) => {
    if (atMs !== null && atMs !== undefined) steps.push({ kind, atMs, source });
  };
  const { observed } = call;
  if (call.outcome !== 'none') add('requested', call.startedAtMs, 'dialer');
  if (call.outcome === 'accepted') add('accepted', call.outcomeAtMs, 'originate-answer');
  if (call.outcome === 'unknown') add('unconfirmed', call.outcomeAtMs, 'dialer');
  add('came-in', observed['came-in'], 'incoming-call');
  addEarliest(add, 'caller-ringing', [
    [observed['agent-ringing'], 'extension-state'],
    [observed['agent-dialled-out'], 'outgoing-call'],
  ]);
  add('caller-answered', agentInUseAtMs(call), 'extension-state');
  // In a call that came in the other party is there from the beginning.
  const reached = cameToAgent(call) ? [] : calleeSigns(call);
  addEarliest(add, 'callee-reached', reached);
  const talking = talkingSince(call);
  if (talking !== null) add('talking', talking.atMs, talking.source);
  const end = callEnd(call);
  if (end !== null) add('ended', end.atMs, end.source);
  const order: readonly StepKind[] = stepOrder;
  return steps.sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}

const stepOrder: readonly StepKind[] = [
  'requested',
  'accepted',
  'came-in',
  'caller-ringing',
  'caller-answered',
  'callee-reached',
  'talking',
  'unconfirmed',
  'ended',
];

function calleeSigns(call: Call): readonly (readonly [number | undefined, StepSource])[] {
  const { observed } = call;
  return [
    [observed['other-dialled-out'], 'outgoing-call'],
    [observed['other-ringing'], 'extension-state'],
    [observedTalkAtMs(call) ?? undefined, 'extension-state'],
  ];
}

function addEarliest(
  add: (kind: StepKind, atMs: number, source: StepSource) => void,
  kind: StepKind,
  candidates: readonly (readonly [number | undefined, StepSource])[],
): void {
  let best: readonly [number, StepSource] | null = null;
  for (const [atMs, source] of candidates) {
    if (atMs !== undefined && (best === null || atMs < best[0])) best = [atMs, source];
  }
  if (best !== null) add(kind, best[0], best[1]);
}
