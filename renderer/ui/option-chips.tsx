import type { LucideIcon } from 'lucide-react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
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

/** Some of a few, all in sight; each is on or off by itself. One stop for Tab, in which the arrows walk. */
export function OptionChips<T extends string>({ label, options, selected, onToggle }: OptionChipsProps<T>) {
  return (
    <ToggleButtonGroup
      className={cx('group')}
      aria-label={label}
      selectionMode="multiple"
      selectedKeys={selected}
      onSelectionChange={(keys) => {
        const toggled = options.find(({ value }) => keys.has(value) !== selected.includes(value));
        if (toggled !== undefined) onToggle(toggled.value);
      }}
    >
      <span className={cx('label')} aria-hidden="true">
        {label}
      </span>
      <div className={cx('options')}>
        {options.map(({ value, label: words, icon }) => (
          <ToggleButton key={value} id={value} className={cx('option')}>
            {icon === undefined ? null : <Icon of={icon} size={14} />}
            {words}
          </ToggleButton>
        ))}
      </div>
    </ToggleButtonGroup>
  );
}
