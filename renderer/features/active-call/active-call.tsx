import { ChevronDown, ChevronUp, ExternalLink, NotebookPen, PhoneOutgoing, PictureInPicture2, X } from 'lucide-react';
import { useId, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Call } from '../../../shared/domain/call.ts';
import { otherParty } from '../../../shared/domain/call-view.ts';
import { useSnapshot } from '../../stores/app-state.ts';
import { dismissCall } from '../../stores/calls.ts';
import { originate, useDialling } from '../../stores/dialling.ts';
import { openPageOf } from '../../stores/screen-pop.ts';
import { toggleKeepOnTop } from '../../stores/window.ts';
import { useWords } from '../../text/use-words.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { bindClasses } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { useNow } from '../../ui/use-now.ts';
import { useCanCall } from '../../use-can-call.ts';
import { useHasPage } from '../../use-has-page.ts';
import { AfterCallPanel } from '../after-call/after-call-panel.tsx';
import { ErrorNote } from '../failure/error-note.tsx';
import { callOutcome } from '../history/call-outcome.ts';
import { AddStranger } from '../names/add-stranger.tsx';
import { Party } from '../names/party.tsx';
import { PresenceDot } from '../presence/presence-dot.tsx';
import { useProblemAt } from '../settings/use-problem-at.ts';
import { SurveyLine } from '../survey/survey-line.tsx';
import styles from './active-call.module.css';
import { CallHeadline } from './call-headline.tsx';
import { CallLegsView } from './call-legs-view.tsx';
import { CallLimit } from './call-limit.tsx';
import { CallMark, toneClass } from './call-mark.tsx';
import { CallNote } from './call-note.tsx';
import { mayBeOver, missingEnd } from './call-phase.ts';
import { CallRoute, CallWay } from './call-route.tsx';
import { CallSteps } from './call-steps.tsx';
import { endedTone, phaseTones } from './call-tone.ts';
import { Elapsed } from './elapsed.tsx';
import { MissingEnd } from './missing-end.tsx';
import { MoreCalls } from './more-calls.tsx';
import { redialWord } from './redial-word.ts';
import { useCallCommands } from './use-call-commands.ts';
import { useCallHint, useIsSeen } from './use-call-hint.tsx';
import { useCallLimit } from './use-call-limit.ts';
import { usePhase } from './use-phase.ts';
import { useToldOutcome } from './use-told-outcome.ts';

const cx = bindClasses(styles);

/** How much room the card has: for its legs and every step, for its legs, for its legs or a note, or for two lines in all. */
export type CardRoom = 'roomy' | 'short' | 'tight' | 'line';

/** The call on the line, over every tab. Offers only what the PBX can do: it cannot hang up, hold or mute. */
export function ActiveCall({ call, room }: { readonly call: Call; readonly room: CardRoom }) {
  const { t } = useWords();
  const stepsId = useId();
  // Of one call: the next one begins as the room has it, and what has the focus stays the same element.
  const [asked, setAsked] = useState<{ readonly id: string; readonly open: boolean } | null>(null);
  const [notesOf, setNotesOf] = useState<string | null>(null);
  const inFlight = useDialling((store) => store.inFlight);
  const onTop = useSnapshot((state) => state.compactOpen);
  const problem = useProblemAt('card');
  const phase = usePhase(call);
  const unwatched = phase === 'unwatched';
  const outcome = useToldOutcome(call);
  const hint = useCallHint(call, phase);
  const counted = useCallLimit(call);
  const countdown = unwatched ? null : counted;
  const ended = phase === 'ended';
  const open = asked?.id === call.id ? asked.open : room === 'roomy';
  const tone = !ended ? phaseTones[phase] : outcome === null ? endedTone : callOutcome(call).tone;
  const party = otherParty(call);
  const now = useNow(1000, !mayBeOver(call, Date.now()));
  const closable = phase === 'unconfirmed' || unwatched || phase === 'accepted' || mayBeOver(call, now);
  const missing = unwatched ? null : missingEnd(call, now);
  const hasPage = useHasPage(call);
  useCallCommands(call, hasPage, closable ? () => dismissCall(call.id) : null, () => {
    flushSync(() => setNotesOf(call.id));
    document.querySelector<HTMLElement>('[data-control="call-note"]')?.focus();
  });
  // A note that says more than the legs could stands in their place.
  const noted = phase === 'unconfirmed' || unwatched || call.outcome === 'refused' || missing === 'overdue';
  const seen = useIsSeen(call);
  const unseen = phase === 'accepted' && !seen;
  const line = !open && (room === 'line' || (room === 'tight' && (noted || problem !== null)));
  const brief = room === 'line' && !open;
  // As high as the legs, which take their place again with the first event.
  const instead = unseen && !open && !line;
  const again = useCanCall(party) && ended;
  const againWord = t(`card.${redialWord(call)}`);
  const callAgain = ({ altKey }: { readonly altKey: boolean }) => void originate(party, 'card', { literal: altKey });
  const toggle = () => setAsked({ id: call.id, open: !open });
  const noting = !line || notesOf === call.id;
  const limit = countdown === null ? null : <CallLimit key={call.id} countdown={countdown} short={line} />;
  const onTopButton = (
    <IconButton
      aria-label={t('card.keepOnTop')}
      aria-pressed={onTop}
      data-control="keep-on-top"
      preventFocusOnPress
      onPress={toggleKeepOnTop}
    >
      <Icon of={PictureInPicture2} />
    </IconButton>
  );
  const pageButton = hasPage ? (
    <IconButton aria-label={t('screenPop.open')} preventFocusOnPress onPress={() => void openPageOf(call.id, 'card')}>
      <Icon of={ExternalLink} />
    </IconButton>
  ) : null;
  const toggleButton = (
    <IconButton
      aria-label={t(open ? 'card.hideSteps' : 'card.showSteps')}
      aria-expanded={open}
      aria-controls={stepsId}
      data-control="card-steps"
      preventFocusOnPress
      onPress={toggle}
    >
      <Icon of={open ? ChevronUp : ChevronDown} />
    </IconButton>
  );
  return (
    <section
      className={`${cx('card', ended && tone.colour === 'good' && 'well', line && 'line')} ${toneClass(tone)}`}
      aria-label={t('card.label')}
      data-phase={phase}
      data-passes-focus
    >
      <MoreCalls shown={call} />
      <div className={cx('head')}>
        <span className={cx('mark')}>
          <CallMark tone={tone} waiting={!ended && phase !== 'talking'} small={line} />
        </span>
        <div className={cx('who')}>
          <h2 className={cx('headline')}>
            <CallHeadline call={call} phase={phase} outcome={outcome} />
          </h2>
          <div className={cx('party')}>
            {/* Also while the headline names it: what stands beside it stays in its place. */}
            <Party number={party} />
            <span className={cx('route')}>
              {!line ? (
                <CallWay call={call} />
              ) : (
                (limit ?? hint ?? (noted ? null : <BriefNews call={call} unseen={unseen && brief} />))
              )}
            </span>
            {/* Last in its line, since its words change. */}
            {line ? null : <PresenceDot number={party} />}
          </div>
        </div>
        <span className={cx('corner')}>
          {line && again ? (
            <IconButton
              aria-label={againWord}
              aria-disabled={inFlight}
              data-control="call-again"
              preventFocusOnPress
              onPress={callAgain}
            >
              <Icon of={PhoneOutgoing} mirrored />
            </IconButton>
          ) : null}
          {line ? (
            <span className={cx('notesButton', !ended && 'spare')}>
              <IconButton
                aria-label={t('afterCall.notes')}
                aria-expanded={noting}
                data-control="card-notes"
                preventFocusOnPress
                onPress={() => setNotesOf(noting ? null : call.id)}
              >
                <Icon of={NotebookPen} />
              </IconButton>
            </span>
          ) : null}
          {line ? pageButton : null}
          {line && !ended ? onTopButton : null}
          {line ? toggleButton : null}
          {closable ? (
            <IconButton aria-label={t('card.dismiss')} preventFocusOnPress onPress={() => dismissCall(call.id)}>
              <Icon of={X} />
            </IconButton>
          ) : null}
          {/* At the edge, where it stays when the one to close comes; beside that before a call is seen, the line has no room. */}
          {line || (closable && !ended) ? null : <AddStranger number={party} />}
        </span>
      </div>
      <div className={cx('notes', instead && 'instead')}>
        <CallNote call={call} phase={phase} brief={brief} />
        {missing !== null && (open || (missing === 'overdue' && !brief)) ? (
          <MissingEnd call={call} how={missing} />
        ) : null}
        {problem === null ? null : <ErrorNote error={problem} />}
        {line ? null : <SurveyLine call={call} brief />}
      </div>
      {line || instead || unwatched || (noted && !open) ? null : (
        <CallLegsView call={call} over={ended} stepsId={stepsId} stepsShown={open} onPress={toggle} />
      )}
      {/* Where there are two lines to spare, none is kept empty. */}
      <CallSteps id={stepsId} call={call} shown={open} growing={!ended && room !== 'line'} />
      {noting ? <AfterCallPanel key={call.id} callId={call.id} number={party} ended={ended} /> : null}
      {line ? null : (
        <div className={cx('foot')}>
          {limit ?? <p className={cx('hint')}>{hint}</p>}
          {limit === null && !unwatched ? <Elapsed call={call} /> : null}
          {/* Comes beside the others, which stay where they are. */}
          {again ? (
            <Button aria-disabled={inFlight} data-control="call-again" preventFocusOnPress onPress={callAgain}>
              <Icon of={PhoneOutgoing} size={14} mirrored />
              {againWord}
            </Button>
          ) : null}
          <span className={cx('buttons')}>
            {pageButton}
            {onTopButton}
            {toggleButton}
          </span>
        </div>
      )}
    </section>
  );
}

/** Beside the party where there is one line: what cannot be seen, else by which way the call goes. */
function BriefNews({ call, unseen }: { readonly call: Call; readonly unseen: boolean }) {
  const { t } = useWords();
  return unseen ? t('card.compact.unseen') : <CallRoute call={call} />;
}
