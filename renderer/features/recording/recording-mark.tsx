import { Mic } from 'lucide-react';
import { Button } from 'react-aria-components';
import type { Call } from '../../../shared/domain/call.ts';
import { recordingFile } from '../../../shared/domain/call-view.ts';
import { openRecording } from '../../stores/recordings.ts';
import { useWords } from '../../text/use-words.ts';
import { bindClasses } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import styles from './recording-mark.module.css';

const cx = bindClasses(styles);

export interface RecordingMarkProps {
  readonly call: Call;
  /** The keyboard reaches what is in the chosen row. */
  readonly reachable: boolean;
}

/** Says in a row that the call was recorded, and opens the recording. */
export function RecordingMark({ call, reachable }: RecordingMarkProps) {
  const { t } = useWords();
  if (recordingFile(call) === null) return null;
  return (
    <Button
      className={cx('mark')}
      aria-label={t('recording.open')}
      data-control="open-recording"
      preventFocusOnPress
      excludeFromTabOrder={!reachable}
      onPress={() => openRecording(call)}
    >
      <Icon of={Mic} size={14} />
      <VisuallyHidden>{t('history.recorded')}</VisuallyHidden>
    </Button>
  );
}
