import { Search, X } from 'lucide-react';
import type { RefObject } from 'react';
import { searchFor, useSettingsSearch } from '../../stores/settings-search.ts';
import { useWords } from '../../text/use-words.ts';
import { IconButton } from '../../ui/button.tsx';
import { bindClasses } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import styles from './settings-search.module.css';

const cx = bindClasses(styles);

export interface SettingsSearchFieldProps {
  readonly inputRef: RefObject<HTMLInputElement | null>;
  /** The list of what was found, and the entry in it that Enter goes to; null when there is none. */
  readonly listId: string;
  readonly chosenId: string | null;
  readonly onMove: (by: 1 | -1) => void;
  readonly onGo: () => void;
  readonly onClear: () => void;
}

/** The focus stays here while the arrow keys walk through what was found. */
export function SettingsSearchField({ inputRef, listId, chosenId, onMove, onGo, onClear }: SettingsSearchFieldProps) {
  const { t } = useWords();
  const query = useSettingsSearch((store) => store.query);
  return (
    <div className={cx('search')}>
      <Icon of={Search} />
      <input
        ref={inputRef}
        type="search"
        className={cx('input')}
        aria-label={t('settings.search.label')}
        placeholder={t('settings.search.placeholder')}
        value={query}
        autoComplete="off"
        spellCheck={false}
        {...(chosenId === null ? {} : { 'aria-controls': listId, 'aria-activedescendant': chosenId })}
        onChange={(event) => searchFor(event.target.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'ArrowDown') onMove(1);
          else if (event.key === 'ArrowUp') onMove(-1);
          else if (event.key === 'Enter') onGo();
          else if (event.key === 'Escape') searchFor('');
          else return;
          event.preventDefault();
        }}
      />
      {query === '' ? null : (
        <IconButton aria-label={t('settings.search.clear')} onPress={onClear}>
          <Icon of={X} />
        </IconButton>
      )}
    </div>
  );
}
