import { Check, ChevronDown, type LucideIcon } from 'lucide-react';
import { Select as AriaSelect, Button, Label, ListBox, ListBoxItem, Popover, SelectValue } from 'react-aria-components';
import { bindClasses } from './class-names.ts';
import { Icon } from './icon.tsx';
import styles from './select.module.css';
import { useLock } from './use-lock.ts';
import { VisuallyHidden } from './visually-hidden.tsx';

const cx = bindClasses(styles);

export interface SelectProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T) => void;
  readonly isDisabled?: boolean;
  /** The label is heard but not seen. */
  readonly labelHidden?: boolean;
  /** Nothing is chosen yet, or what is chosen counts for nothing. */
  readonly quiet?: boolean;
  /** Seen in place of the words while it is quiet, where there is little room. */
  readonly quietIcon?: LucideIcon;
}

/** One of many, in a list that opens. */
export function Select<T extends string>(props: SelectProps<T>) {
  const { label, value, options, onChange, isDisabled = false, labelHidden = false, quiet = false, quietIcon } = props;
  const { isLocked, describedBy } = useLock();
  return (
    <AriaSelect
      className={cx('select')}
      selectedKey={value}
      isDisabled={isDisabled || isLocked}
      {...describedBy(null)}
      onSelectionChange={(key) => {
        const option = options.find((candidate) => candidate.value === key);
        if (option !== undefined) onChange(option.value);
      }}
      {...(labelHidden ? { 'aria-label': label } : {})}
    >
      {labelHidden ? null : <Label className={cx('label')}>{label}</Label>}
      <Button className={cx('button', quiet && quietIcon !== undefined && 'iconic')}>
        {quiet && quietIcon !== undefined ? (
          <>
            <Icon of={quietIcon} />
            <VisuallyHidden>
              <SelectValue />
            </VisuallyHidden>
          </>
        ) : (
          <SelectValue className={cx('value', quiet && 'quiet')} />
        )}
        <Icon of={ChevronDown} />
      </Button>
      <Popover className={cx('popover')} placement="bottom start" offset={4}>
        <ListBox className={cx('list')}>
          {options.map((option) => (
            <ListBoxItem key={option.value} id={option.value} textValue={option.label} className={cx('option')}>
              <span className={cx('mark')}>{option.value === value ? <Icon of={Check} size={14} /> : null}</span>
              {option.label}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
