import type { DialerError } from '../../../shared/errors.ts';
import { showSettings } from '../../stores/view.ts';
import { errorWords } from '../../text/error-words.ts';
import { useWords } from '../../text/use-words.ts';
import { LinkButton } from '../../ui/button.tsx';
import { Note } from '../../ui/note.tsx';
import { ErrorNextStep } from './error-next-step.tsx';
import { errorRemedy } from './error-remedy.ts';

export interface ErrorNoteProps {
  readonly error: DialerError;
  readonly tone?: 'bad' | 'wait';
  readonly announced?: boolean;
  /** Leaves the way to the settings out where the agent already is there. */
  readonly withoutRemedy?: boolean;
}

/** A failure in words, its next step, and the way to the setting that mends it. */
export function ErrorNote({ error, tone = 'bad', announced = true, withoutRemedy = false }: ErrorNoteProps) {
  const { t } = useWords();
  const words = errorWords(error, t);
  const remedy = withoutRemedy ? null : errorRemedy(error);
  return (
    <Note
      tone={tone}
      announced={announced}
      title={words.message}
      action={
        remedy === null ? null : <LinkButton onPress={() => showSettings(remedy)}>{t('action.openSetting')}</LinkButton>
      }
    >
      <ErrorNextStep error={error} />
    </Note>
  );
}
