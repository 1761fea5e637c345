import { loadMoreContacts, useContacts } from '../../stores/contacts.ts';
import { useWords } from '../../text/use-words.ts';
import { ListMore } from '../../ui/list-more.tsx';

/** Stands below the last contact that was read while there are more. */
export function ContactMore() {
  const { t } = useWords();
  const failed = useContacts((store) => store.failure !== null);
  const loading = useContacts((store) => store.loading);
  return (
    <ListMore
      loading={loading}
      loadingLabel={t('contacts.loading')}
      failed={failed}
      failedWords={t('contacts.moreFailed')}
      onTryAgain={() => void loadMoreContacts()}
    />
  );
}
