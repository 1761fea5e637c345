import { Search, X } from 'lucide-react';
import type { RefObject } from 'react';
import { searchContacts, useContacts } from '../../stores/contacts.ts';
import { useWords } from '../../text/use-words.ts';
import { IconButton } from '../../ui/button.tsx';
import { bindClasses } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import styles from './contact-search.module.css';

const cx = bindClasses(styles);

/** Down and Enter go on in the list; nothing is called from here. */
export function ContactSearch(props: {
  readonly inputRef: RefObject<HTMLInputElement | null>;
  readonly onDown: () => void;
}) {
  const { t } = useWords();
  const text = useContacts((store) => store.text);
  return (
    <div className={cx('search')}>
      <Icon of={Search} />
      <input
        ref={props.inputRef}
        type="search"
        className={cx('input')}
        aria-label={t('contacts.search')}
        placeholder={t('contacts.searchHint')}
        value={text}
        dir="auto"
        maxLength={256}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => searchContacts(event.target.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'ArrowDown' || event.key === 'Enter') props.onDown();
          else if (event.key === 'Escape' && text !== '') searchContacts('');
          else return;
          event.preventDefault();
        }}
      />
      {text === '' ? null : (
        <IconButton
          aria-label={t('contacts.clearSearch')}
          onPress={() => {
            searchContacts('');
            props.inputRef.current?.focus();
          }}
        >
          <Icon of={X} />
        </IconButton>
      )}
    </div>
  );
}
