import type { RefObject } from 'react';
import { changeWish, useHistoryDesk } from '../../../stores/history-desk.ts';
import { useWords } from '../../../text/use-words.ts';
import { SearchField } from '../../../ui/search-field.tsx';

const longestText = 200;

export function HistorySearch(props: {
  readonly inputRef: RefObject<HTMLInputElement | null>;
  readonly onDown: () => void;
}) {
  const { t } = useWords();
  const text = useHistoryDesk((store) => store.wish.text ?? '');
  return (
    <SearchField
      {...props}
      label={t('history.search')}
      hint={t('history.searchHint')}
      clearLabel={t('contacts.clearSearch')}
      value={text}
      maxLength={longestText}
      onChange={(typed) => changeWish({ text: typed })}
    />
  );
}
