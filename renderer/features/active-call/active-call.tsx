import { ChevronDown, ChevronUp, PhoneOutgoing, X } from 'lucide-react';
import { useId, useState } from 'react';
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
import { useNow } from '../../ui/use-now.ts';
import { ErrorNote } from '../settings/error-note.tsx';
import { useProblemAt } from '../settings/use-problem-at.ts';
import styles from './active-call.module.css';
import { CallHeadline } from './call-headline.tsx';
import { CallLimit } from './call-limit.tsx';
import { CallNote } from './call-note.tsx';
import { callPhase, isClosable } from './call-phase.ts';
import { CallSteps } from './call-steps.tsx';
import { dispositionTones, phaseTones } from './call-tone.ts';
import { useCallCommands } from './use-call-commands.ts';
import { useCallHint } from './use-call-hint.tsx';
import { useCallLimit } from './use-call-limit.ts';

const cx = bindClasses(styles);

/** How much room the card has: for every step, for the last one, or for one line in all. */
export type CardRoom = 'roomy' | 'short' | 'line';

/** The call on the line, over every tab. Offers only what the PBX can do: it cannot hang up, hold or mute. */
export function ActiveCall({ call, room }: { readonly call: Call; readonly room: CardRoom }) {
  const { t, number } = useWords();
  const stepsId = useId();
  const [asked, setAsked] = useState<boolean | null>(null);
  const inFlight = useDialling((store) => store.inFlight);
  const problem = useProblemAt('card');
  const phase = callPhase(call);
  const hint = useCallHint(call, phase);
  const countdown = useCallLimit(call);
  const ended = phase === 'ended';
  const line = room === 'line';
  const open = !line && (asked ?? room === 'roomy');
  const tone = ended ? dispositionTones[callDisposition(call) ?? 'unknown'] : phaseTones[phase];
  const party = otherParty(call);
  const now = useNow(1000, !isClosable(call, Date.now()));
  const closable = phase === 'unconfirmed' || phase === 'accepted' || isClosable(call, now);
  useCallCommands(call, closable ? () => dismissCall(call.id) : null);
  const again = ended && party !== '';
  const callAgain = () => void originate(party, 'card');
  return (
    <section
      className={cx('card', tone.colour, ended && 'over', line && 'line')}
      aria-label={t('card.label')}
      data-phase={phase}
    >
      <div className={cx('head')}>
        <span className={cx('mark', !ended && phase !== 'talking' && 'waiting')}>
          <Icon of={tone.icon} size={line ? 16 : 20} mirrored={tone.mirrored === true} />
        </span>
        <div className={cx('who')}>
          <h2 className={cx('headline')}>
            <CallHeadline call={call} phase={phase} />
          </h2>
          {/* The callee that rings is named by the headline. */}
          <p className={cx('party')}>
            {phase === 'ringingCallee' ? null : party === '' ? (
              t('card.unknownParty')
            ) : (
              <NumberText>{number(party)}</NumberText>
            )}
            <Route call={call} />
          </p>
        </div>
        {line && again ? (
          <IconButton aria-label={t('card.callAgain')} isDisabled={inFlight} preventFocusOnPress onPress={callAgain}>
            <Icon of={PhoneOutgoing} mirrored />
          </IconButton>
        ) : null}
        {closable ? (
          <IconButton aria-label={t('card.dismiss')} preventFocusOnPress onPress={() => dismissCall(call.id)}>
            <Icon of={X} />
          </IconButton>
        ) : null}
      </div>
      <div className={cx('notes')}>
        <CallNote call={call} phase={phase} />
        {problem === null ? null : <ErrorNote error={problem} />}
      </div>
      {line && countdown === null ? (
        <CallSteps id={stepsId} call={call} shown="none" />
      ) : (
        <div className={cx('foot')}>
          <CallSteps
            id={stepsId}
            call={call}
            shown={open ? 'all' : hint === null && countdown === null && !line ? 'last' : 'none'}
            roomKept={room === 'roomy' && phase !== 'unconfirmed' && call.outcome !== 'refused'}
          />
          {countdown !== null ? (
            <CallLimit countdown={countdown} />
          ) : hint !== null ? (
            <p className={cx('hint')}>{hint}</p>
          ) : null}
          {line ? null : (
            <span className={cx('buttons')}>
              {again ? (
                <Button isDisabled={inFlight} preventFocusOnPress onPress={callAgain}>
                  <Icon of={PhoneOutgoing} size={14} mirrored />
                  {t('card.callAgain')}
                </Button>
              ) : null}
              <IconButton
                aria-label={t(open ? 'card.hideSteps' : 'card.showSteps')}
                aria-expanded={open}
                aria-controls={stepsId}
                preventFocusOnPress
                onPress={() => setAsked(!open)}
              >
                <Icon of={open ? ChevronUp : ChevronDown} />
              </IconButton>
            </span>
          )}
        </div>
      )}
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
