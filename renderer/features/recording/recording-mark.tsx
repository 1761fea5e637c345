import { Mic } from 'lucide-react';
import type { Call } from '../../../shared/domain/call.ts';
import { recordingFiles } from '../../../shared/domain/call-view.ts';
import { openRecording } from '../../stores/recordings.ts';
import { useWords } from '../../text/use-words.ts';
import { bindClasses } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { RowButton } from '../../ui/row-button.tsx';
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
  if (recordingFiles(call).length === 0) return null;
  return (
    <RowButton
      className={cx('mark')}
      label={t('recording.open')}
      control="open-recording"
      reachable={reachable}
      onPress={() => openRecording(call)}
    >
      <Icon of={Mic} size={14} />
      <VisuallyHidden>{t('history.recorded')}</VisuallyHidden>
    </RowButton>
  );
}
