import type { Call } from '../../../shared/domain/call.ts';
import { useSnapshot } from '../../stores/app-state.ts';
import { showSettings } from '../../stores/view.ts';
import { errorWords } from '../../text/error-words.ts';
import { useWords } from '../../text/use-words.ts';
import { LinkButton } from '../../ui/button.tsx';
import { Note } from '../../ui/note.tsx';
import { ErrorNote } from '../failure/error-note.tsx';
import { type CallPhase, unseenReason } from './call-phase.ts';

export interface CallNoteProps {
  readonly call: Call;
  readonly phase: CallPhase;
  /** Where the card is one line, only what went wrong may make it larger. */
  readonly brief: boolean;
}

/** What Dialdesk cannot know of a call, or why the PBX refused it, with the next step. */
export function CallNote({ call, phase, brief }: CallNoteProps) {
  const { t } = useWords();
  const listener = useSnapshot((state) => state.listener);
  const settings = useSnapshot((state) => state.settings);
  const failure = useSnapshot((state) => state.callFailures).find(({ callId }) => callId === call.id)?.error;
  if (phase === 'unconfirmed') {
    return (
      <Note tone="wait" title={t('card.hint.unconfirmed')}>
        {failure === undefined ? null : `${errorWords(failure, t).message} `}
        {t('card.hint.unconfirmedNext')}
      </Note>
    );
  }
  if (phase === 'unwatched') {
    return brief ? null : <Note tone="wait" title={t('card.unwatched')} />;
  }
  const unseen = phase === 'accepted' && !brief ? unseenReason(call, { listener, settings }) : null;
  if (unseen !== null) {
    return (
      <Note
        tone="wait"
        title={
          <>
            {t(`card.${unseen}`)} <LinkButton onPress={() => showSettings('events')}>{t('card.openEvents')}</LinkButton>
          </>
        }
      />
    );
  }
  if (phase === 'ended' && call.outcome === 'refused') {
    if (failure !== undefined) return <ErrorNote error={failure} announced={false} />;
    // After a restart only the PBX's own words are left.
    return call.outcomeMessage === null ? null : (
      <ErrorNote error={{ code: 'pbx-refused', message: call.outcomeMessage }} announced={false} />
    );
  }
  return null;
}
