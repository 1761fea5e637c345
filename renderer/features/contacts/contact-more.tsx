import { CircleAlert } from 'lucide-react';
import { loadMoreContacts, useContacts } from '../../stores/contacts.ts';
import { useWords } from '../../text/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { bindClasses } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import styles from './contact-more.module.css';

const cx = bindClasses(styles);

/** Stands below the last contact that was read while there are more: they are on their way, or could not be read. */
export function ContactMore() {
  const { t } = useWords();
  const failed = useContacts((store) => store.failure !== null);
  const loading = useContacts((store) => store.loading);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a part of a grid that a virtual list places, which a table cannot do
    // biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus
    <div role="row">
      {/* biome-ignore lint/a11y/useSemanticElements: a part of a grid that a virtual list places, which a table cannot do */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus */}
      <div role="gridcell">
        {loading ? <Skeleton label={t('contacts.loading')} rows={1} /> : null}
        {failed ? (
          <div role="alert" className={cx('failed')}>
            <span className={cx('words')}>
              <Icon of={CircleAlert} />
              {t('contacts.moreFailed')}
            </span>
            <Button onPress={() => void loadMoreContacts()}>{t('action.tryAgain')}</Button>
          </div>
        ) : null}
      </div>
    </div>
  );
}
