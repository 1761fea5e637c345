import { cancelRecording } from '../../stores/recordings.ts';
import { useWords } from '../../text/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { bindClasses } from '../../ui/class-names.ts';
import { Progress } from '../../ui/progress.tsx';
import styles from './recording-player.module.css';

const cx = bindClasses(styles);

export interface FetchingLineProps {
  readonly recordingId: string;
  readonly receivedBytes: number;
  readonly totalBytes: number | null;
}

/** How much of it came. A PBX that does not say how much there is gets no bar that pretends to know. */
export function FetchingLine({ recordingId, receivedBytes, totalBytes }: FetchingLineProps) {
  const { t, megabytes } = useWords();
  const came = megabytes(receivedBytes);
  return (
    <div className={cx('line')}>
      <div className={cx('progress')}>
        <Progress
          label={t('recording.fetching')}
          done={totalBytes === null ? 0 : receivedBytes}
          total={totalBytes ?? 1}
          words={
            totalBytes === null
              ? t('recording.came', { came })
              : t('recording.cameOf', { came, all: megabytes(totalBytes) })
          }
        />
      </div>
      <Button data-control="play-recording" onPress={() => cancelRecording(recordingId)}>
        {t('recording.cancel')}
      </Button>
    </div>
  );
}
