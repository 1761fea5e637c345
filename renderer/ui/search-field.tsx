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
  /** Down and Enter go on in the list; nothing is called from here. */
  readonly onDown: () => void;
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
        dir="auto"
        maxLength={maxLength}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'ArrowDown' || event.key === 'Enter') onDown();
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
