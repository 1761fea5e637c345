import { CircleAlert, History as HistoryIcon } from 'lucide-react';
import { loadOlderCalls, useCalls } from '../../stores/calls.ts';
import { runCommand } from '../../stores/commands.ts';
import { errorWords } from '../../text/error-words.ts';
import { useWords } from '../../text/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { bindClasses } from '../../ui/class-names.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ErrorNote } from '../failure/error-note.tsx';
import { useProblemAt } from '../settings/use-problem-at.ts';
import styles from './history.module.css';
import { HistoryList } from './history-list.tsx';
import { useMissedSeen } from './use-missed-seen.ts';

const cx = bindClasses(styles);

export function History() {
  const { t } = useWords();
  const ready = useCalls((store) => store.ready);
  const empty = useCalls((store) => store.calls.length === 0);
  const failure = useCalls((store) => store.failure);
  const problem = useProblemAt('history');
  useMissedSeen();
  return (
    <div className={cx('history')}>
      {problem === null ? null : (
        <div className={cx('note')}>
          <ErrorNote error={problem} />
        </div>
      )}
      {ready || failure !== null ? null : <Skeleton label={t('history.loading')} />}
      {!ready && failure !== null ? (
        <EmptyState
          tone="bad"
          icon={CircleAlert}
          title={t('history.failed')}
          text={errorWords(failure, t).nextStep}
          action={<Button onPress={() => void loadOlderCalls()}>{t('action.tryAgain')}</Button>}
        />
      ) : null}
      {ready && empty ? (
        <EmptyState
          icon={HistoryIcon}
          title={t('history.emptyTitle')}
          text={t('history.emptyText')}
          action={<Button onPress={() => runCommand('go-to-number')}>{t('history.emptyAction')}</Button>}
        />
      ) : null}
      {ready && !empty ? <HistoryList /> : null}
    </div>
  );
}
