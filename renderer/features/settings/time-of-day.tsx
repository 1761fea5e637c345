import { useWords } from '../../text/use-words.ts';
import { isTimeOfDay, toTimeOfDay } from '../../typed-values.ts';
import { SavedField } from '../../ui/saved-field.tsx';

export interface TimeOfDayProps {
  readonly label: string;
  readonly help: string;
  readonly value: string;
  readonly onSave: (value: string) => Promise<string | null>;
}

/** A time of day, typed in any script. */
export function TimeOfDay({ label, help, value, onSave }: TimeOfDayProps) {
  const { t, digits } = useWords();
  return (
    <SavedField
      ltr
      short
      label={label}
      help={help}
      value={digits(value)}
      validate={(text) => (isTimeOfDay(text) ? null : t('settings.notifications.timeInvalid'))}
      onSave={(text) => onSave(toTimeOfDay(text))}
    />
  );
}
