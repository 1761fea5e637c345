import { CircleAlert } from 'lucide-react';
import { loadOlderHistory, useHistory } from '../../../stores/history.ts';
import { useWords } from '../../../text/use-words.ts';
import { Button } from '../../../ui/button.tsx';
import { bindClasses } from '../../../ui/class-names.ts';
import { Icon } from '../../../ui/icon.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import styles from './history-more.module.css';

const cx = bindClasses(styles);

/** Stands below the last call that was read while there are older ones: they are on their way, or could not be read. */
export function HistoryMore() {
  const { t } = useWords();
  const failed = useHistory((store) => store.failure !== null);
  const loading = useHistory((store) => store.extending);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a part of a grid that a virtual list places, which a table cannot do
    // biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus
    <div role="row" className={cx('more')}>
      {/* biome-ignore lint/a11y/useSemanticElements: a part of a grid that a virtual list places, which a table cannot do */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus */}
      <div role="gridcell" className={cx('more')}>
        {loading ? <Skeleton label={t('history.loading')} rows={1} /> : null}
        {failed ? (
          <div role="alert" className={cx('failed')}>
            <span className={cx('words')}>
              <Icon of={CircleAlert} />
              {t('history.olderFailed')}
            </span>
            <Button onPress={() => void loadOlderHistory()}>{t('action.tryAgain')}</Button>
          </div>
        ) : null}
      </div>
    </div>
  );
}
