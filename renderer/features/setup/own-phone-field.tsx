import { type RefObject, useLayoutEffect, useRef } from 'react';
import { toLatinDigits } from '../../../shared/domain/digits.ts';
import { changeDraft } from '../../stores/setup-draft.ts';
import { useWords } from '../../text/use-words.ts';
import { Field } from '../../ui/field.tsx';

export interface OwnPhoneFieldProps {
  readonly value: string;
  readonly problem: string | null;
  readonly inputRef: RefObject<HTMLInputElement | null>;
}

/** Typed in any digits, kept in Latin ones, and shown in those of the language. */
export function OwnPhoneField({ value, problem, inputRef }: OwnPhoneFieldProps) {
  const { t, digits } = useWords();
  const caret = useRef<number | null>(null);
  // Other digits put into the field send the caret to its end.
  useLayoutEffect(() => {
    if (caret.current !== null) inputRef.current?.setSelectionRange(caret.current, caret.current);
    caret.current = null;
  });
  return (
    <Field
      ltr
      inputMode="numeric"
      inputRef={inputRef}
      label={t('settings.identity.caller')}
      help={t('setup.callerHelp')}
      value={digits(value)}
      problem={problem}
      onChange={(typed) => {
        caret.current = inputRef.current?.selectionStart ?? null;
        changeDraft({ caller: toLatinDigits(typed) });
      }}
    />
  );
}
