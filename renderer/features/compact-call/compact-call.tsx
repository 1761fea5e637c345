import { Maximize2, PhoneOff, PhoneOutgoing, X } from 'lucide-react';
import { type ReactNode, useEffect } from 'react';
import type { Call } from '../../../shared/domain/call.ts';
import { otherParty } from '../../../shared/domain/call-view.ts';
import { originate, useDialling } from '../../stores/dialling.ts';
import { keepOnTop, showMainWindow } from '../../stores/window.ts';
import { useWords } from '../../text/use-words.ts';
import { IconButton } from '../../ui/button.tsx';
import { bindClasses } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { useCanCall } from '../../use-can-call.ts';
import { CallHeadline } from '../active-call/call-headline.tsx';
import { CallLimit } from '../active-call/call-limit.tsx';
import { CallMark, toneClass } from '../active-call/call-mark.tsx';
import { CallRoute } from '../active-call/call-route.tsx';
import { endedTone, phaseTones, type Tone } from '../active-call/call-tone.ts';
import { Elapsed } from '../active-call/elapsed.tsx';
import { MoreCalls } from '../active-call/more-calls.tsx';
import { redialWord } from '../active-call/redial-word.ts';
import { useCallLimit } from '../active-call/use-call-limit.ts';
import { usePhase } from '../active-call/use-phase.ts';
import { useCurrentCall } from '../active-call/use-shown-calls.ts';
import { useToldOutcome } from '../active-call/use-told-outcome.ts';
import { callOutcome } from '../history/call-outcome.ts';
import { Party } from '../names/party.tsx';
import styles from './compact-call.module.css';
import { useNextStep } from './use-next-step.tsx';

const cx = bindClasses(styles);
const noCall: Tone = { colour: 'unknown', icon: PhoneOff };

/** The whole page of the small window on top of all others: the call of the card, in as few words. */
export function CompactCall() {
  const { t } = useWords();
  const call = useCurrentCall();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape') keepOnTop(false);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
  useEffect(() => {
    document.title = t('card.compact.title');
  }, [t]);
  if (call !== null) return <LiveCall call={call} />;
  return (
    <Frame
      tone={noCall}
      headline={t('card.compact.noCall')}
      next={t('card.compact.noCallText')}
      phase="none"
      waiting={false}
    />
  );
}

function LiveCall({ call }: { readonly call: Call }) {
  const { t } = useWords();
  const inFlight = useDialling((store) => store.inFlight);
  const phase = usePhase(call);
  const outcome = useToldOutcome(call);
  const unwatched = phase === 'unwatched';
  const counted = useCallLimit(call);
  const countdown = unwatched ? null : counted;
  const next = useNextStep(call, phase);
  const party = otherParty(call);
  const canCall = useCanCall(party);
  const ended = phase === 'ended';
  return (
    <Frame
      phase={phase}
      tone={!ended ? phaseTones[phase] : outcome === null ? endedTone : callOutcome(call).tone}
      waiting={!ended && phase !== 'talking'}
      headline={
        phase === 'ringingCallee' ? (
          t('card.compact.ringingCallee')
        ) : (
          <CallHeadline call={call} phase={phase} outcome={outcome} />
        )
      }
      party={
        <>
          <Party number={party} />
          <span className={cx('route')}>
            <CallRoute call={call} />
          </span>
        </>
      }
      next={countdown === null ? next : <CallLimit countdown={countdown} announced={false} />}
      actions={
        <>
          {countdown === null && !unwatched ? <Elapsed call={call} /> : null}
          <MoreCalls shown={call} short />
          {ended && canCall ? (
            <IconButton
              aria-label={t(`card.${redialWord(call)}`)}
              aria-disabled={inFlight}
              onPress={() => void originate(party, 'compact')}
            >
              <Icon of={PhoneOutgoing} mirrored />
            </IconButton>
          ) : null}
        </>
      }
    />
  );
}

function Frame(props: {
  readonly phase: string;
  readonly tone: Tone;
  readonly waiting: boolean;
  readonly headline: ReactNode;
  readonly party?: ReactNode;
  readonly next: ReactNode;
  readonly actions?: ReactNode;
}) {
  const { t } = useWords();
  return (
    <main className={cx('window')}>
      <section
        className={`${cx('card')} ${toneClass(props.tone)}`}
        aria-label={t('card.label')}
        data-phase={props.phase}
      >
        <span className={cx('mark')}>
          <CallMark tone={props.tone} waiting={props.waiting} />
        </span>
        <h1 className={cx('headline')}>{props.headline}</h1>
        <p className={cx('party')}>{props.party}</p>
        <div className={cx('buttons')}>
          <IconButton aria-label={t('card.compact.openMain')} onPress={showMainWindow}>
            <Icon of={Maximize2} size={14} />
          </IconButton>
          <IconButton aria-label={t('card.compact.close')} onPress={() => keepOnTop(false)}>
            <Icon of={X} />
          </IconButton>
        </div>
        <div className={cx('foot')}>
          <div className={cx('next')}>{props.next}</div>
          <span className={cx('actions')}>{props.actions}</span>
        </div>
      </section>
    </main>
  );
}
