import type { LucideIcon } from 'lucide-react';
import { ToggleButton } from 'react-aria-components';
import { bindClasses } from './class-names.ts';
import { Icon } from './icon.tsx';
import styles from './option-chips.module.css';

const cx = bindClasses(styles);

export interface OptionChipsProps<T extends string> {
  readonly label: string;
  readonly options: readonly { readonly value: T; readonly label: string; readonly icon?: LucideIcon }[];
  readonly selected: readonly T[];
  readonly onToggle: (value: T) => void;
}

/** Some of a few, all in sight; each is on or off by itself. */
export function OptionChips<T extends string>({ label, options, selected, onToggle }: OptionChipsProps<T>) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for what a form sends
    <div role="group" aria-label={label} className={cx('group')}>
      <span className={cx('label')} aria-hidden="true">
        {label}
      </span>
      <div className={cx('options')}>
        {options.map(({ value, label: words, icon }) => (
          <ToggleButton
            key={value}
            className={cx('option')}
            isSelected={selected.includes(value)}
            onChange={() => onToggle(value)}
          >
            {icon === undefined ? null : <Icon of={icon} size={14} />}
            {words}
          </ToggleButton>
        ))}
      </div>
    </div>
  );
}
