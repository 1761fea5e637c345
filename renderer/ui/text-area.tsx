import type { ReactNode } from 'react';
import { TextArea as AriaTextArea, TextField as AriaTextField, Label, Text } from 'react-aria-components';
import { bindClasses } from './class-names.ts';
import styles from './text-area.module.css';

const cx = bindClasses(styles);

export interface TextAreaProps {
  readonly label: string;
  readonly help?: ReactNode;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly rows: number;
  readonly autoFocus?: boolean;
}

/** Several lines of numbers or code, which run left to right in every language. */
export function TextArea({ label, help, value, onChange, rows, autoFocus = false }: TextAreaProps) {
  return (
    <AriaTextField className={cx('field')} value={value} onChange={onChange} autoFocus={autoFocus}>
      <Label className={cx('label')}>{label}</Label>
      <AriaTextArea className={cx('area')} dir="ltr" rows={rows} spellCheck={false} autoComplete="off" />
      {help === undefined ? null : (
        <Text slot="description" className={cx('help')}>
          {help}
        </Text>
      )}
    </AriaTextField>
  );
}
