import { CircleAlert, History as HistoryIcon } from 'lucide-react';
import { useState } from 'react';
import type { Call } from '../../../shared/domain/call.ts';
import { otherParty } from '../../../shared/domain/call-view.ts';
import { useAppState } from '../../stores/app-state.ts';
import { runCommand } from '../../stores/commands.ts';
import { originate } from '../../stores/dialling.ts';
import { shownProfile } from '../../stores/profiles.ts';
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
import { HistoryScope, useShownHistory } from './history-scope.tsx';
import { OtherProfile } from './other-profile.tsx';
import { useMissedSeen } from './use-missed-seen.ts';

const cx = bindClasses(styles);

export function History() {
  const { t } = useWords();
  const { list, several, marked } = useShownHistory();
  const ready = list.use((store) => store.ready);
  const empty = list.use((store) => store.calls.length === 0);
  const failure = list.use((store) => store.failure);
  const [asked, setAsked] = useState<{ readonly call: Call; readonly literal: boolean } | null>(null);
  const active = useAppState(shownProfile);
  const problem = useProblemAt('history');
  useMissedSeen();
  const redial = (call: Call, literal: boolean) => {
    setAsked(call.profile === active ? null : { call, literal });
    if (call.profile === active) void originate(otherParty(call), 'history', { literal });
  };
  return (
    <div className={cx('history')}>
      {problem === null ? null : (
        <div className={cx('note')}>
          <ErrorNote error={problem} />
        </div>
      )}
      {several ? <HistoryScope /> : null}
      {asked === null ? null : (
        <div className={cx('note')}>
          <OtherProfile key={asked.call.id} {...asked} onEnd={() => setAsked(null)} />
        </div>
      )}
      {ready || failure !== null ? null : <Skeleton label={t('history.loading')} />}
      {!ready && failure !== null ? (
        <EmptyState
          tone="bad"
          icon={CircleAlert}
          title={t('history.failed')}
          text={errorWords(failure, t).nextStep}
          action={<Button onPress={() => void list.loadOlder()}>{t('action.tryAgain')}</Button>}
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
      {ready && !empty ? (
        <HistoryList key={marked ? 'all' : 'own'} list={list} marked={marked} onRedial={redial} />
      ) : null}
    </div>
  );
}
