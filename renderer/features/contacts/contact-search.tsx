import type { RefObject } from 'react';
import { searchContacts, useContacts } from '../../stores/contacts.ts';
import { useWords } from '../../text/use-words.ts';
import { SearchField } from '../../ui/search-field.tsx';

export function ContactSearch(props: {
  readonly inputRef: RefObject<HTMLInputElement | null>;
  readonly onDown: () => void;
}) {
  const { t } = useWords();
  const text = useContacts((store) => store.text);
  return (
    <SearchField
      {...props}
      label={t('contacts.search')}
      hint={t('contacts.searchHint')}
      clearLabel={t('contacts.clearSearch')}
      value={text}
      maxLength={256}
      onChange={searchContacts}
    />
  );
}
