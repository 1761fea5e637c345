import { type ReactNode, type Ref, useId } from 'react';
import {
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
  FieldError,
  Input,
  Label,
  TextArea,
} from 'react-aria-components';
import { useWords } from '../text/use-words.ts';
import { bindClasses } from './class-names.ts';
import styles from './field.module.css';
import { useLock } from './use-lock.ts';

const cx = bindClasses(styles);

export interface FieldProps
  extends Pick<
    AriaTextFieldProps,
    | 'value'
    | 'onChange'
    | 'onBlur'
    | 'onKeyDown'
    | 'type'
    | 'isDisabled'
    | 'isRequired'
    | 'autoFocus'
    | 'inputMode'
    | 'maxLength'
  > {
  readonly label: string;
  readonly help?: ReactNode;
  /** Like `maxLength`, and said where a text is that long: more of it was typed or pasted, or would be. */
  readonly limit?: number;
  readonly problem?: string | null;
  /** Stands beside the label: a state such as "saved". */
  readonly aside?: ReactNode;
  /** Addresses, numbers and codes are written left to right in every language. */
  readonly ltr?: boolean;
  /** For a number of a few digits. */
  readonly short?: boolean;
  /** The label is heard but not seen. */
  readonly labelHidden?: boolean;
  /** For a text of several lines: how many are in sight. */
  readonly lines?: number;
  readonly placeholder?: string;
  readonly inputRef?: Ref<HTMLInputElement>;
}

export function Field(props: FieldProps) {
  const {
    label,
    help: usualHelp,
    limit,
    problem = null,
    aside,
    ltr = false,
    short = false,
    labelHidden = false,
    lines,
    placeholder,
    inputRef,
    ...rest
  } = props;
  const { t, digits } = useWords();
  const isFull = limit !== undefined && (rest.value?.length ?? 0) >= limit;
  const help = isFull ? t('app.textLimit', { amount: digits(String(limit)) }) : usualHelp;
  // It may come while the field stands there, which a slot for it does not notice.
  const helpId = useId();
  const { isLocked, describedBy } = useLock();
  return (
    <AriaTextField
      {...rest}
      {...(limit === undefined ? {} : { maxLength: limit })}
      className={cx('field')}
      {...(labelHidden ? { 'aria-label': label } : {})}
      // It can be read to the end and copied.
      isReadOnly={isLocked}
      {...describedBy(help === undefined ? null : helpId)}
      isInvalid={problem !== null}
      validationBehavior="aria"
    >
      {labelHidden ? null : (
        <span className={cx('head')}>
          <Label className={cx('label')}>{label}</Label>
          {aside}
        </span>
      )}
      {lines === undefined ? null : (
        <TextArea className={cx('input', 'area')} dir="auto" rows={lines} spellCheck={false} autoComplete="off" />
      )}
      {lines !== undefined ? null : (
        <Input
          className={cx('input', short && 'short')}
          dir={ltr ? 'ltr' : undefined}
          {...(placeholder === undefined ? {} : { placeholder })}
          {...(inputRef === undefined ? {} : { ref: inputRef })}
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="off"
        />
      )}
      {help === undefined ? null : (
        <span id={helpId} className={cx('help')}>
          {help}
        </span>
      )}
      <FieldError className={cx('problem')}>{problem}</FieldError>
    </AriaTextField>
  );
}
