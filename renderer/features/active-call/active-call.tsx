import { PhoneOutgoing, X } from 'lucide-react';
import type { Call } from '../../../shared/domain/call.ts';
import { callDisposition, callTrunkName, otherParty } from '../../../shared/domain/call-view.ts';
import { originate, useDialling } from '../../stores/dialling.ts';
import { dismissCall } from '../../stores/view.ts';
import { useWords } from '../../text/use-words.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { bindClasses } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { NumberText } from '../../ui/number-text.tsx';
import { Sentence } from '../../ui/sentence.tsx';
import { ErrorNote } from '../settings/error-note.tsx';
import styles from './active-call.module.css';
import { CallHeadline } from './call-headline.tsx';
import { CallHint } from './call-hint.tsx';
import { CallLimit } from './call-limit.tsx';
import { callPhase } from './call-phase.ts';
import { CallSteps } from './call-steps.tsx';
import { dispositionTones, phaseTones } from './call-tone.ts';

const cx = bindClasses(styles);

/** The call on the line, over every tab. Offers only what the PBX can do: it cannot hang up, hold or mute. */
export function ActiveCall({ call, folded }: { readonly call: Call; readonly folded: boolean }) {
  const { t, number } = useWords();
  const inFlight = useDialling((store) => store.inFlight);
  const problem = useDialling((store) => store.problem);
  const phase = callPhase(call);
  const ended = phase === 'ended';
  const tone = ended ? dispositionTones[callDisposition(call) ?? 'unknown'] : phaseTones[phase];
  const party = otherParty(call);
  const closable = ended || phase === 'unconfirmed' || phase === 'accepted';
  return (
    <section className={cx('card', tone.colour)} aria-label={t('card.label')} data-phase={phase}>
      <div className={cx('head')}>
        <span className={cx('mark', !ended && phase !== 'talking' && 'waiting')}>
          <Icon of={tone.icon} size={18} />
        </span>
        <div className={cx('who')}>
          <h2 className={cx('headline')}>
            <CallHeadline call={call} phase={phase} />
          </h2>
          <p className={cx('party')}>
            {party === '' ? t('card.unknownParty') : <NumberText>{number(party)}</NumberText>}
            <Route call={call} />
          </p>
        </div>
        {closable ? (
          <IconButton aria-label={t('card.dismiss')} preventFocusOnPress onPress={() => dismissCall(call.id)}>
            <Icon of={X} />
          </IconButton>
        ) : null}
      </div>
      <div className={cx('body')}>
        <CallHint call={call} phase={phase} />
        <CallLimit call={call} />
        {problem?.place === 'card' ? <ErrorNote error={problem.error} /> : null}
        <CallSteps call={call} folded={folded} />
        {ended && party !== '' ? (
          <div>
            <Button isDisabled={inFlight} preventFocusOnPress onPress={() => void originate(party, 'card')}>
              <Icon of={PhoneOutgoing} size={14} mirrored />
              {t('card.callAgain')}
            </Button>
          </div>
        ) : null}
      </div>
    </section>
  );
}

function Route({ call }: { readonly call: Call }) {
  const { t } = useWords();
  const trunk = callTrunkName(call);
  const open = { skipInterpolation: true } as const;
  if (trunk !== null && trunk !== '') {
    return (
      <span className={cx('route')}>
        <Sentence text={t('card.via', open)} parts={{ trunk: <bdi>{trunk}</bdi> }} />
      </span>
    );
  }
  if (call.direction === 'inbound') return <span className={cx('route')}>{t('card.incoming')}</span>;
  if (call.direction === 'internal') return <span className={cx('route')}>{t('card.internal')}</span>;
  return <span className={cx('route')}>{t('card.byPlan')}</span>;
}
