import { loadNewerHistory, loadOlderHistory, useHistory } from '../../../stores/history.ts';
import { useWords } from '../../../text/use-words.ts';
import { ListMore } from '../../../ui/list-more.tsx';

/** Stands beside the last or first call that was read while there are more. */
export function HistoryMore({ side }: { readonly side: 'older' | 'newer' }) {
  const { t } = useWords();
  const failed = useHistory((store) => store.failure !== null);
  const loading = useHistory((store) => store.extending);
  return (
    <ListMore
      loading={loading}
      loadingLabel={t('history.loading')}
      failed={failed}
      failedWords={t('history.olderFailed')}
      onTryAgain={() => void (side === 'older' ? loadOlderHistory() : loadNewerHistory())}
    />
  );
}
