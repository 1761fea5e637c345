import { useId } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import styles from './choice.module.css';
import { bindClasses } from './class-names.ts';
import { useLock } from './use-lock.ts';

const cx = bindClasses(styles);

export interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly help?: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T) => void;
  /** The label is heard but not seen. */
  readonly labelHidden?: boolean;
}

/** One of a few, all in sight. */
export function Choice<T extends string>({
  label,
  help,
  value,
  options,
  onChange,
  labelHidden = false,
}: ChoiceProps<T>) {
  const helpId = useId();
  const { isLocked, describedBy } = useLock();
  return (
    <RadioGroup
      className={cx('group')}
      orientation="horizontal"
      value={value}
      isDisabled={isLocked}
      {...describedBy(help === undefined ? null : helpId)}
      onChange={(chosen) => {
        const option = options.find((candidate) => candidate.value === chosen);
        if (option !== undefined) onChange(option.value);
      }}
      {...(labelHidden ? { 'aria-label': label } : {})}
    >
      {labelHidden ? null : <Label className={cx('label')}>{label}</Label>}
      <div className={cx('track')}>
        {options.map((option) => (
          <Radio key={option.value} value={option.value} className={cx('option')}>
            {option.label}
          </Radio>
        ))}
      </div>
      {help === undefined ? null : (
        <span id={helpId} className={cx('help')}>
          {help}
        </span>
      )}
    </RadioGroup>
  );
}
