import { useEffect } from 'react';
import { useSnapshot } from '../../stores/app-state.ts';
import { clearRecordings, readKeptRecordings, useKeptRecordings } from '../../stores/kept-recordings.ts';
import { amountOf } from '../../text/amount-of.ts';
import { useWords } from '../../text/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { bindClasses } from '../../ui/class-names.ts';
import { ErrorNote } from '../failure/error-note.tsx';
import styles from './recording-player.module.css';

const cx = bindClasses(styles);

/** How much room recordings take now, and the button that frees it. */
export function KeptRecordings() {
  const { t, digits, megabytes } = useWords();
  const { kept, clearing, error } = useKeptRecordings();
  const limit = useSnapshot((state) => state.settings.recordings.keptMegabytes);
  // biome-ignore lint/correctness/useExhaustiveDependencies: with a smaller limit there is less
  useEffect(() => void readKeptRecordings(), [limit]);
  const amount = kept === null || kept.recordings === 0 ? 'none' : amountOf(kept.recordings);
  return (
    <div className={cx('player')}>
      <div className={cx('line')}>
        <Button isDisabled={clearing || amount === 'none'} onPress={() => void clearRecordings()}>
          {t(clearing ? 'recording.clearing' : 'recording.clear')}
        </Button>
        <span role="status" className={cx('words')}>
          {kept === null
            ? null
            : t(`recording.keptLine.${amount}`, {
                amount: digits(String(kept.recordings)),
                size: megabytes(kept.bytes),
              })}
        </span>
      </div>
      {error === null ? null : <ErrorNote error={error} withoutRemedy />}
    </div>
  );
}
