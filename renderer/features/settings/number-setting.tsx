import { useWords } from '../../text/use-words.ts';
import { isWholeNumber, toNumberOrNull } from '../../typed-values.ts';
import { SavedField } from '../../ui/saved-field.tsx';

export interface NumberSettingProps {
  readonly label: string;
  readonly help: string;
  readonly invalid: string;
  readonly range: readonly [number, number];
  /** May be left empty, which means not set. */
  readonly optional?: boolean;
  /** Part of an address, which is written the same in every language. */
  readonly latin?: boolean;
  readonly value: number | null;
  /** Why the saved value is of no use, or null. */
  readonly trouble?: string | null;
  readonly onSave: (value: number | null) => Promise<string | null>;
}

/** A whole number, typed in any script. */
export function NumberSetting(props: NumberSettingProps) {
  const { label, help, invalid, range, optional = false, latin = false, value, trouble = null, onSave } = props;
  const { digits } = useWords();
  const written = value === null ? '' : String(value);
  const fits = (text: string) => (optional && text.trim() === '') || isWholeNumber(text, range[0], range[1]);
  return (
    <SavedField
      ltr
      numeric
      short
      label={label}
      help={help}
      trouble={trouble}
      value={latin ? written : digits(written)}
      validate={(text) => (fits(text) ? null : invalid)}
      onSave={(text) => onSave(toNumberOrNull(text))}
    />
  );
}
