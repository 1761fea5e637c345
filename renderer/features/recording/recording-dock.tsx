import { X } from 'lucide-react';
import { otherParty } from '../../../shared/domain/call-view.ts';
import { useAppState } from '../../stores/app-state.ts';
import { shownProfile } from '../../stores/profiles.ts';
import { openRecording, useRecordings } from '../../stores/recordings.ts';
import { useWords } from '../../text/use-words.ts';
import { IconButton } from '../../ui/button.tsx';
import { bindClasses } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { NumberText } from '../../ui/number-text.tsx';
import { useNow } from '../../ui/use-now.ts';
import styles from './recording-dock.module.css';
import { RecordingPlayer } from './recording-player.tsx';

const cx = bindClasses(styles);

/** The recording that was opened from its row, below the list; the person closes it, or opens another in its place. */
export function RecordingDock() {
  const { t, number, date, clock } = useWords();
  const now = useNow(60_000);
  const call = useRecordings((store) => store.opened);
  const profile = useAppState(shownProfile);
  if (call === null || profile === null) return null;
  return (
    <section
      className={cx('dock')}
      aria-label={t('recording.opened')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        openRecording(null);
      }}
    >
      <div className={cx('head')}>
        <p className={cx('of')}>
          <NumberText>{number(otherParty(call))}</NumberText>
          {' · '}
          <NumberText>{clock(call.startedAtMs)}</NumberText>
          {' · '}
          <bdi>{date(call.startedAtMs, now)}</bdi>
        </p>
        <IconButton aria-label={t('recording.close')} onPress={() => openRecording(null)}>
          <Icon of={X} />
        </IconButton>
      </div>
      <RecordingPlayer key={call.id} call={call} autoFocus />
    </section>
  );
}
