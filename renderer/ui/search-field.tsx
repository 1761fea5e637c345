import { Search, X } from 'lucide-react';
import type { RefObject } from 'react';
import { IconButton } from './button.tsx';
import { bindClasses } from './class-names.ts';
import { Icon } from './icon.tsx';
import styles from './search-field.module.css';

const cx = bindClasses(styles);

export interface SearchFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly clearLabel: string;
  readonly value: string;
  readonly maxLength: number;
  readonly onChange: (text: string) => void;
  /** Down goes on in the list, and so does Enter where nothing else is said of it; nothing is called from here. */
  readonly onDown: () => void;
  readonly onUp?: () => void;
  readonly onEnter?: () => void;
  /** The list that the keys walk while the focus stays here, and what is chosen in it. */
  readonly walked?: { readonly listId: string; readonly chosenId: string } | null;
  readonly inputRef: RefObject<HTMLInputElement | null>;
}

/** What a list below it is searched for, as it is typed. */
export function SearchField({
  label,
  hint,
  clearLabel,
  value,
  maxLength,
  onChange,
  onDown,
  onUp,
  onEnter = onDown,
  walked = null,
  inputRef,
}: SearchFieldProps) {
  return (
    <div className={cx('search')}>
      <Icon of={Search} />
      <input
        ref={inputRef}
        type="search"
        className={cx('input')}
        aria-label={label}
        placeholder={hint}
        value={value}
        // Empty it has no direction of its own: the hint is read as the page is.
        dir={value === '' ? undefined : 'auto'}
        maxLength={maxLength}
        autoComplete="off"
        spellCheck={false}
        {...(walked === null ? {} : { 'aria-controls': walked.listId, 'aria-activedescendant': walked.chosenId })}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'ArrowDown') onDown();
          else if (event.key === 'Enter') onEnter();
          else if (event.key === 'ArrowUp' && onUp !== undefined) onUp();
          else if (event.key === 'Escape' && value !== '') onChange('');
          else return;
          event.preventDefault();
        }}
      />
      {value === '' ? null : (
        <IconButton
          aria-label={clearLabel}
          onPress={() => {
            onChange('');
            inputRef.current?.focus();
          }}
        >
          <Icon of={X} />
        </IconButton>
      )}
    </div>
  );
}
