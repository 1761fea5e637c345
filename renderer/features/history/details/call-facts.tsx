import type { Call } from '../../../../shared/domain/call.ts';
import { callQueue } from '../../../../shared/domain/call-view.ts';
import { useWords } from '../../../text/use-words.ts';
import { type Fact, Facts } from '../../../ui/facts.tsx';
import { NumberText } from '../../../ui/number-text.tsx';
import { callLegs } from '../../active-call/call-legs.ts';
import { useIsSeen } from '../../active-call/use-call-hint.tsx';
import { useProfileName } from '../../profiles/use-profiles.ts';
import { callTrunk } from '../call-trunk.ts';

/** Both legs, and by which way the call went. */
export function CallFacts({ call, marked }: { readonly call: Call; readonly marked: boolean }) {
  const { t, digits } = useWords();
  const seen = useIsSeen(call);
  const profile = useProfileName(call.profile);
  const [own, , other] = callLegs(call, seen).stops;
  const trunk = callTrunk(call);
  const queue = callQueue(call);
  const named = (name: string, value: string | null): readonly Fact[] =>
    value === null || value === '' ? [] : [{ name, value: <bdi>{value}</bdi> }];
  const facts: readonly Fact[] = [
    {
      name: t('callDetails.ownLeg'),
      value: (
        <>
          <NumberText>{digits(call.agentNumber)}</NumberText> · {t(`card.leg.${own.state}`)}
        </>
      ),
    },
    { name: t('callDetails.otherLeg'), value: t(`card.leg.${other.state}`) },
    ...named(t('callDetails.trunk'), trunk?.used ?? null),
    ...named(t('callDetails.trunkAskedFor'), trunk?.askedFor ?? null),
    ...named(t('callDetails.queue'), queue),
    ...named(t('callDetails.rule'), call.ruleName),
    ...(call.dialled === null
      ? []
      : [{ name: t('callDetails.dialled'), value: <NumberText>{digits(call.dialled)}</NumberText> }]),
    ...(marked ? named(t('historyFilter.part.profile'), profile) : []),
  ];
  return <Facts facts={facts} />;
}
