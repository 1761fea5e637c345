import { CircleAlert } from 'lucide-react';
import { useWords } from '../text/use-words.ts';
import { Button } from './button.tsx';
import { bindClasses } from './class-names.ts';
import { Icon } from './icon.tsx';
import styles from './list-more.module.css';
import { Skeleton } from './skeleton.tsx';

const cx = bindClasses(styles);

export interface ListMoreProps {
  readonly loading: boolean;
  readonly loadingLabel: string;
  readonly failed: boolean;
  readonly failedWords: string;
  readonly onTryAgain: () => void;
}

/** The row beside the last one of a grid that was read while there are more: they are on their way, or could not be read. */
export function ListMore({ loading, loadingLabel, failed, failedWords, onTryAgain }: ListMoreProps) {
  const { t } = useWords();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a part of a grid that a virtual list places, which a table cannot do
    // biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus
    <div role="row" className={cx('more')}>
      {/* biome-ignore lint/a11y/useSemanticElements: a part of a grid that a virtual list places, which a table cannot do */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus */}
      <div role="gridcell" className={cx('more')}>
        {loading ? <Skeleton label={loadingLabel} rows={1} /> : null}
        {failed ? (
          <div role="alert" className={cx('failed')}>
            <span className={cx('words')}>
              <Icon of={CircleAlert} />
              {failedWords}
            </span>
            <Button onPress={onTryAgain}>{t('action.tryAgain')}</Button>
          </div>
        ) : null}
      </div>
    </div>
  );
}
