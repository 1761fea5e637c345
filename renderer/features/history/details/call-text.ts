import type { CallWork } from '../../../../shared/domain/after-call/call-work.ts';
import type { Call } from '../../../../shared/domain/call.ts';
import { hasAllIds } from '../../../../shared/domain/call-ids.ts';
import { callSteps } from '../../../../shared/domain/call-steps.ts';
import {
  callQueue,
  callTrunkName,
  otherParty,
  surveyLabel,
  surveyScore,
  talkSeconds,
} from '../../../../shared/domain/call-view.ts';
import { toLatinDigits } from '../../../../shared/domain/digits.ts';
import type { Words } from '../../../text/use-words.ts';
import { callOutcome } from '../call-outcome.ts';

export interface ToldCall {
  readonly call: Call;
  readonly work: CallWork | null;
  /** Whom the number belongs to; empty: nobody known. */
  readonly name: string;
  /** What an outcome is called now. */
  outcomeName(code: string): string;
}

/** What is known of a call as a text for a ticket or a mail, in the words of the program; digits are those that others can search. */
export function callText({ call, work, name, outcomeName }: ToldCall, words: Words): string {
  const { t, clock, fullDate, duration } = words;
  const party = otherParty(call);
  const who = name === '' ? party : party === '' ? name : `${name}, ${party}`;
  const talked = talkSeconds(call) ?? 0;
  const score = surveyScore(call);
  const label = surveyLabel(call);
  const survey = score === null ? t('survey.unscored') : t('survey.score', { score: words.decimal(score) });
  const named = (name: string, value: string | null) => (value === null || value === '' ? [] : [`${name}: ${value}`]);
  const lines = [
    t(`callDetails.text.${call.direction}`, { party: who === '' ? t('card.unknownParty') : who }),
    t('callDetails.text.when', { date: fullDate(call.startedAtMs), time: clock(call.startedAtMs, true) }),
    t(`disposition.${callOutcome(call).word}`),
    ...(talked === 0 ? [] : [t('card.talked', { time: duration(talked) })]),
    ...named(t('callDetails.trunk'), callTrunkName(call)),
    ...named(t('callDetails.queue'), callQueue(call)),
    ...named(t('callDetails.dialled'), call.dialled),
    ...named(t('callDetails.rule'), call.ruleName),
    ...(score === null && label === null ? [] : [label === null ? survey : `${survey} (${label})`]),
    ...named(t('callDetails.outcome'), work?.outcome ? outcomeName(work.outcome) : null),
    ...named(t('callDetails.tags'), work?.tags.join(', ') ?? null),
    ...named(t('callDetails.note'), work?.note.trim() ?? null),
    ...named(t('afterCall.followUp'), work === null ? null : openFollowUp(work, words)),
    '',
    t('callDetails.steps'),
    ...callSteps(call).map(
      (step) => `${clock(step.atMs, true)} ${t(`card.step.${step.kind}`)} (${t(`card.source.${step.source}`)})`,
    ),
    '',
    ...named(t('callDetails.pbxId'), call.pbxCallIds.join(', ')),
    ...named(t('callDetails.originateId'), call.originatedCallId),
    ...(hasAllIds(call)
      ? [t('callDetails.allIds', { replace: { count: words.digits(String(call.pbxCallIds.length)) } })]
      : []),
  ];
  // Marks of direction are for the eye in the window; elsewhere they are found in searches and break numbers.
  return toLatinDigits(lines.join('\n').replace(/[\u2068\u2069]/g, '')).trim();
}

/** Null: nothing is left to be done. */
function openFollowUp({ followUpAtMs, followUpDoneAtMs }: CallWork, { t, clock, fullDate }: Words): string | null {
  if (followUpAtMs === null || followUpDoneAtMs !== null) return null;
  return t('callDetails.text.when', { date: fullDate(followUpAtMs), time: clock(followUpAtMs) });
}
