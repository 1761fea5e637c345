import { ClipboardCopy, Phone } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { CallWork } from '../../../../shared/domain/after-call/call-work.ts';
import type { Call } from '../../../../shared/domain/call.ts';
import { otherParty, talkSeconds } from '../../../../shared/domain/call-view.ts';
import { closeDetails } from '../../../stores/history-desk.ts';
import { copyText } from '../../../stores/listener.ts';
import { useWords } from '../../../text/use-words.ts';
import { Button } from '../../../ui/button.tsx';
import { bindClasses } from '../../../ui/class-names.ts';
import { Icon } from '../../../ui/icon.tsx';
import { NumberText } from '../../../ui/number-text.tsx';
import { ViewHead } from '../../../ui/view-head.tsx';
import { VisuallyHidden } from '../../../ui/visually-hidden.tsx';
import { useCanCall } from '../../../use-can-call.ts';
import { useContactName } from '../../../use-contact-name.ts';
import { redialWord } from '../../active-call/redial-word.ts';
import { CallWorkEditor } from '../../after-call/call-work-editor.tsx';
import { useOutcomeName } from '../../after-call/use-work.ts';
import { Party } from '../../names/party.tsx';
import { RecordingPlayer } from '../../recording/recording-player.tsx';
import { SurveyLine } from '../../survey/survey-line.tsx';
import { callOutcome } from '../call-outcome.ts';
import { CallContact } from './call-contact.tsx';
import styles from './call-details.module.css';
import { CallFacts } from './call-facts.tsx';
import { CallIds } from './call-ids.tsx';
import { callText } from './call-text.ts';
import { OtherCalls } from './other-calls.tsx';
import { Part } from './part.tsx';
import { RawEvents } from './raw-events.tsx';
import { Timeline } from './timeline.tsx';

const cx = bindClasses(styles);
const copiedShownMs = 1600;

export interface CallDetailsProps {
  readonly call: Call;
  readonly work: CallWork | null;
  /** It stands beside the list; else over it, with a way back. */
  readonly roomy: boolean;
  readonly marked: boolean;
  /** `literal`: Alt was held. */
  readonly onRedial: (call: Call, literal: boolean) => void;
  readonly onSearch: () => void;
}

function isEditor(target: EventTarget): boolean {
  return target instanceof Element && target.matches('textarea, input');
}

/** All that is known of one call, and what can be done with it. */
export function CallDetails({ call, work, roomy, marked, onRedial, onSearch }: CallDetailsProps) {
  const words = useWords();
  const { t, number, clock, fullDate, duration } = words;
  const party = otherParty(call);
  const outcome = callOutcome(call);
  const talked = talkSeconds(call) ?? 0;
  const canCall = useCanCall(party);
  const contact = useContactName(party);
  const outcomeName = useOutcomeName();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), copiedShownMs);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = () => {
    const name = contact === null ? '' : contact.name || contact.company;
    void copyText(callText({ call, work, name, outcomeName }, words));
    setCopied(true);
  };
  return (
    <article
      className={cx('details')}
      aria-label={t('callDetails.title')}
      onKeyDown={(event) => {
        // Out of a field of it; everywhere else Escape closes whatever is open.
        if (event.key === 'Escape' && isEditor(event.target)) closeDetails();
      }}
    >
      <ViewHead
        closes={roomy}
        backLabel={t(roomy ? 'callDetails.close' : 'callDetails.back')}
        onBack={closeDetails}
        title={<span aria-hidden="true">{t(roomy ? 'callDetails.title' : 'tabs.history')}</span>}
      >
        <span className={cx('copy')}>
          <Button look="quiet" onPress={copy}>
            <Icon of={ClipboardCopy} />
            {t(copied ? 'action.copied' : 'callDetails.copy')}
          </Button>
        </span>
        <VisuallyHidden live="polite">{copied ? t('action.copied') : ''}</VisuallyHidden>
      </ViewHead>
      {/* Another call begins at its top. */}
      <div key={call.id} className={cx('scroller')}>
        <header className={cx('head')}>
          <div className={cx('who')}>
            <h2 className={cx('party')}>
              <Party number={party} stacked />
            </h2>
            <p className={cx('outcome', outcome.tone.colour)}>
              <Icon of={outcome.tone.icon} size={14} />
              {t(`disposition.${outcome.word}`)}
              {talked === 0 ? null : <NumberText>{duration(talked)}</NumberText>}
            </p>
            <p className={cx('quiet')}>
              {t(`direction.${call.direction}`)} · {fullDate(call.startedAtMs)}{' '}
              <NumberText>{clock(call.startedAtMs)}</NumberText>
            </p>
          </div>
          {canCall ? (
            <Button look="primary" onPress={({ altKey }) => onRedial(call, altKey)}>
              <Icon of={Phone} />
              {t('keypad.call')}
              <VisuallyHidden>{t(`history.${redialWord(call)}`, { number: number(party) })}</VisuallyHidden>
            </Button>
          ) : null}
        </header>
        <RecordingPlayer call={call} />
        <CallWorkEditor callId={call.id} />
        <SurveyLine call={call} />
        <Part name={t('callDetails.steps')}>
          <Timeline call={call} />
        </Part>
        <Part name={t('card.legs')}>
          <CallFacts call={call} marked={marked} />
        </Part>
        <CallContact number={party} />
        <OtherCalls call={call} onSearch={onSearch} />
        <CallIds call={call} />
        <RawEvents callId={call.id} />
      </div>
    </article>
  );
}
