import type { ReactNode, Ref } from 'react';
import {
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
  FieldError,
  Input,
  Label,
  Text,
  TextArea,
} from 'react-aria-components';
import { bindClasses } from './class-names.ts';
import styles from './field.module.css';

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
    help,
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
  return (
    <AriaTextField
      {...rest}
      className={cx('field')}
      {...(labelHidden ? { 'aria-label': label } : {})}
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
        <Text slot="description" className={cx('help')}>
          {help}
        </Text>
      )}
      <FieldError className={cx('problem')}>{problem}</FieldError>
    </AriaTextField>
  );
}
