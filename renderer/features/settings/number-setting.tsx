import { SavedField } from '../../ui/saved-field.tsx';
import { isWholeNumber, toNumberOrNull } from './validate.ts';

export interface NumberSettingProps {
  readonly label: string;
  readonly help: string;
  readonly invalid: string;
  readonly range: readonly [number, number];
  /** May be left empty, which means not set. */
  readonly optional?: boolean;
  readonly value: number | null;
  readonly onSave: (value: number | null) => Promise<string | null>;
}

/** A whole number, typed in any script. */
export function NumberSetting({ label, help, invalid, range, optional = false, value, onSave }: NumberSettingProps) {
  const fits = (text: string) => (optional && text.trim() === '') || isWholeNumber(text, range[0], range[1]);
  return (
    <SavedField
      ltr
      numeric
      label={label}
      help={help}
      value={value === null ? '' : String(value)}
      validate={(text) => (fits(text) ? null : invalid)}
      onSave={(text) => onSave(toNumberOrNull(text))}
    />
  );
}
