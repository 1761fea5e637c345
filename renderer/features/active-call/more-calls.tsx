import { ArrowRightLeft } from 'lucide-react';
import type { Call } from '../../../shared/domain/call.ts';
import { otherParty } from '../../../shared/domain/call-view.ts';
import { chooseCall } from '../../stores/calls.ts';
import { useWords } from '../../text/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { bindClasses } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { NumberText } from '../../ui/number-text.tsx';
import { Sentence } from '../../ui/sentence.tsx';
import { toneClass } from './call-mark.tsx';
import { phaseTones } from './call-tone.ts';
import styles from './more-calls.module.css';
import { useOtherCalls } from './use-shown-calls.ts';

const cx = bindClasses(styles);

/** Turns to one that rings at the agent's phone, else to the next call under way, where there is more than the one that is shown. */
export function MoreCalls({ shown, short = false }: { readonly shown: Call; readonly short?: boolean }) {
  const { t, digits } = useWords();
  const { count, nextId, incoming } = useOtherCalls(shown.id);
  if (incoming !== null) return <IncomingBeside call={incoming} short={short} />;
  if (nextId === null) return null;
  const value = digits(String(count));
  const words = t(count === 1 ? 'card.moreOne' : 'card.moreMany', { value });
  return (
    <Button look="quiet" aria-label={words} preventFocusOnPress onPress={() => chooseCall(nextId)}>
      <Icon of={ArrowRightLeft} size={14} />
      {short ? <NumberText>{`+${value}`}</NumberText> : words}
    </Button>
  );
}

function IncomingBeside({ call, short }: { readonly call: Call; readonly short: boolean }) {
  const { t, number } = useWords();
  const party = otherParty(call);
  const said = party === '' ? t('card.unknownParty') : number(party);
  const shown = party === '' ? said : <NumberText>{said}</NumberText>;
  return (
    <Button
      look="quiet"
      aria-label={t('card.incomingBeside', { number: said })}
      preventFocusOnPress
      onPress={() => chooseCall(call.id)}
    >
      <span className={`${cx('incoming')} ${toneClass(phaseTones.incoming)}`}>
        <Icon of={phaseTones.incoming.icon} size={14} mirrored />
        {short ? (
          shown
        ) : (
          <Sentence text={t('card.incomingBeside', { skipInterpolation: true })} parts={{ number: shown }} />
        )}
      </span>
    </Button>
  );
}
