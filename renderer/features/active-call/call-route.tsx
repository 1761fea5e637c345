import type { Call } from '../../../shared/domain/call.ts';
import { callQueue, usedTrunkName } from '../../../shared/domain/call-view.ts';
import { useWords } from '../../text/use-words.ts';
import { Sentence } from '../../ui/sentence.tsx';
import { CallDialled, dialledWords } from '../history/call-dialled.tsx';

/** By which way the call goes, as far as the PBX told or was told. */
export function CallRoute({ call }: { readonly call: Call }) {
  const { t } = useWords();
  const queue = callQueue(call);
  if (queue !== null) {
    return <Sentence text={t('card.queue', { skipInterpolation: true })} parts={{ queue: <bdi>{queue}</bdi> }} />;
  }
  const used = usedTrunkName(call) ?? '';
  const trunk = used === '' ? (call.trunkName ?? '') : used;
  if (trunk !== '') {
    const words = t(used === '' ? 'card.trunkAskedFor' : 'card.via', { skipInterpolation: true });
    return <Sentence text={words} parts={{ trunk: <bdi>{trunk}</bdi> }} />;
  }
  if (call.direction === 'inbound') return t('card.incoming');
  if (call.direction === 'internal') return t('card.internal');
  return t('card.byPlan');
}

/** Besides, what a dial rule made of the call. */
export function CallWay({ call }: { readonly call: Call }) {
  return (
    <>
      <CallRoute call={call} />
      {dialledWords(call) === null ? null : ' · '}
      <CallDialled call={call} />
    </>
  );
}
