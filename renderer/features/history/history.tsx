import { History as HistoryIcon } from 'lucide-react';
import { loadOlderCalls, useCalls } from '../../stores/calls.ts';
import { showTab } from '../../stores/view.ts';
import { useWords } from '../../text/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { bindClasses } from '../../ui/class-names.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Note } from '../../ui/note.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useMedia } from '../../ui/use-media.ts';
import { ErrorNote } from '../settings/error-note.tsx';
import { useProblemAt } from '../settings/use-problem-at.ts';
import styles from './history.module.css';
import { HistoryList } from './history-list.tsx';

const cx = bindClasses(styles);

export function History() {
  const { t } = useWords();
  const ready = useCalls((store) => store.ready);
  const empty = useCalls((store) => store.calls.length === 0);
  const failure = useCalls((store) => store.failure);
  const problem = useProblemAt('history');
  const keypadHidden = useMedia('(max-width: 759px)');
  return (
    <div className={cx('history')}>
      {problem === null ? null : (
        <div className={cx('note')}>
          <ErrorNote error={problem} />
        </div>
      )}
      {failure === null ? null : (
        <div className={cx('note')}>
          <Note
            tone="bad"
            announced
            title={t('history.failed')}
            action={<Button onPress={() => void loadOlderCalls()}>{t('action.tryAgain')}</Button>}
          />
        </div>
      )}
      {ready || failure !== null ? null : <Skeleton label={t('history.loading')} />}
      {ready && empty ? (
        <EmptyState
          icon={HistoryIcon}
          title={t('history.emptyTitle')}
          text={t('history.emptyText')}
          action={
            keypadHidden ? <Button onPress={() => showTab('keypad')}>{t('history.emptyAction')}</Button> : undefined
          }
        />
      ) : null}
      {ready && !empty ? <HistoryList /> : null}
    </div>
  );
}
