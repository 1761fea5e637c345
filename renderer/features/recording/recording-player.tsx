import { Play } from 'lucide-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Call } from '../../../shared/domain/call.ts';
import { recordingFiles } from '../../../shared/domain/call-view.ts';
import { recordingId } from '../../../shared/domain/recording/recording-id.ts';
import { useAppState } from '../../stores/app-state.ts';
import { shownProfile } from '../../stores/profiles.ts';
import { fetchRecording, readRecording, recordingOf, useRecordings } from '../../stores/recordings.ts';
import { useWords } from '../../text/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { bindClasses } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { ErrorNote } from '../failure/error-note.tsx';
import { useProfileName } from '../profiles/use-profiles.ts';
import { FetchingLine } from './fetching-line.tsx';
import { PlayerControls } from './player-controls.tsx';
import { recordingAddress } from './recording-address.ts';
import styles from './recording-player.module.css';
import { SaveRecording } from './save-recording.tsx';
import { useBeginsToRing } from './use-ringing.ts';

const cx = bindClasses(styles);

/** One press asks to hear it; after this long somebody does something else, and would be startled. */
const longestWaitToPlayMs = 10_000;

export interface RecordingPlayerProps {
  readonly call: Call;
  /** The person opened it by itself: its first button takes the focus. */
  readonly autoFocus?: boolean;
}

/**
 * The recordings of a call, usually one, to be put wherever the call is told of; nothing for a call that has none. Nothing is fetched and nothing
 * sounds before the person asks for it.
 */
export function RecordingPlayer({ call, autoFocus = false }: RecordingPlayerProps) {
  const { t, digits } = useWords();
  const own = useAppState(shownProfile) === call.profile;
  const profileName = useProfileName(call.profile);
  const { length: count } = recordingFiles(call);
  if (count === 0) return null;
  if (!own) return <p className={cx('words')}>{t('recording.otherProfile', { name: profileName })}</p>;
  return Array.from({ length: count }, (_, place) => {
    const part = digits(String(place + 1));
    const name = count === 1 ? t('recording.label') : t('recording.part', { part, count: digits(String(count)) });
    return (
      // biome-ignore lint/a11y/useSemanticElements: not a set of fields of a form
      <div key={recordingId(call.id, place)} role="group" className={cx('player')} aria-label={name}>
        {count === 1 ? null : (
          <span className={cx('part')} aria-hidden="true">
            {name}
          </span>
        )}
        <OwnRecording id={recordingId(call.id, place)} autoFocus={autoFocus && place === 0} />
      </div>
    );
  });
}

function OwnRecording({ id, autoFocus }: { readonly id: string; readonly autoFocus: boolean }) {
  const { t } = useWords();
  const { recording, error, times, savedAs } = useRecordings(recordingOf(id));
  const { play, playsNow } = useFetchToPlay(id);
  const unknown = recording === null && error === null;
  useEffect(() => {
    if (unknown) void readRecording(id);
  }, [id, unknown]);
  const place = useRef<HTMLDivElement>(null);
  const known = recording !== null;
  useEffect(() => {
    if (autoFocus && known) place.current?.querySelector('button')?.focus();
  }, [autoFocus, known]);
  return (
    <div ref={place} className={cx('player')}>
      {recording?.state === 'absent' ? (
        <div className={cx('line')}>
          <Button onPress={() => void play()} data-control="play-recording">
            <Icon of={Play} size={14} />
            {t(error === null ? 'recording.play' : 'recording.tryAgain')}
          </Button>
          {error === null ? <span className={cx('quiet')}>{t('recording.absent')}</span> : null}
        </div>
      ) : null}
      {recording?.state === 'fetching' ? <FetchingLine recordingId={id} {...recording} /> : null}
      {recording?.state === 'ready' && recording.plays ? (
        <PlayerControls recordingId={id} address={recordingAddress(id, times)} playsNow={playsNow} />
      ) : null}
      {recording?.state === 'ready' && !recording.plays ? (
        <div className={cx('line')}>
          <span className={cx('words')}>{t('recording.notPlayable', { format: recording.format.toUpperCase() })}</span>
          <SaveRecording recordingId={id} />
        </div>
      ) : null}
      {error === null ? null : <ErrorNote error={error} />}
      <p role="status" className={cx('quiet')}>
        {savedAs === null ? null : t('recording.savedAs', { file: `\u2068${savedAs}\u2069` })}
      </p>
    </div>
  );
}

/** Fetches, then plays: unless a call began to ring, the player was left, or it took so long that nobody waits for it any more. */
function useFetchToPlay(id: string) {
  const wanted = useRef(false);
  const [playsNow, setPlaysNow] = useState(false);
  const forget = useCallback(() => {
    wanted.current = false;
  }, []);
  useBeginsToRing(forget);
  useEffect(() => forget, [forget]);
  const play = async () => {
    const askedAtMs = Date.now();
    wanted.current = true;
    setPlaysNow(false);
    const came = await fetchRecording(id);
    setPlaysNow(came && wanted.current && Date.now() - askedAtMs < longestWaitToPlayMs);
  };
  return { play, playsNow };
}
