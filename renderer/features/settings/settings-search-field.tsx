import type { RefObject } from 'react';
import { searchFor, useSettingsSearch } from '../../stores/settings-search.ts';
import { useWords } from '../../text/use-words.ts';
import { SearchField } from '../../ui/search-field.tsx';

const longestText = 200;

export interface SettingsSearchFieldProps {
  readonly inputRef: RefObject<HTMLInputElement | null>;
  /** The list of what was found, and the entry in it that Enter goes to; null when there is none. */
  readonly listId: string;
  readonly chosenId: string | null;
  readonly onMove: (by: 1 | -1) => void;
  readonly onGo: () => void;
}

/** The focus stays here while the arrow keys walk through what was found. */
export function SettingsSearchField({ inputRef, listId, chosenId, onMove, onGo }: SettingsSearchFieldProps) {
  const { t } = useWords();
  const query = useSettingsSearch((store) => store.query);
  return (
    <SearchField
      inputRef={inputRef}
      label={t('settings.search.label')}
      hint={t('settings.search.placeholder')}
      clearLabel={t('settings.search.clear')}
      value={query}
      maxLength={longestText}
      onChange={searchFor}
      walked={chosenId === null ? null : { listId, chosenId }}
      onDown={() => onMove(1)}
      onUp={() => onMove(-1)}
      onEnter={onGo}
    />
  );
}
