import type { TFunction } from 'i18next';
import type { DialerError } from '../../shared/errors.ts';
import { type ErrorText, errorTextKey } from './error-text-key.ts';

/** What happened and what to do next, in the words of the chosen language. Total: every code has its words. */
export function errorWords(error: DialerError, t: TFunction): ErrorText {
  const key = errorTextKey(error);
  const values = errorValues(error);
  return {
    message: t(`errors.${key}.message` as const, { replace: values }),
    nextStep: t(`errors.${key}.nextStep` as const, { replace: values }),
  };
}

function errorValues(error: DialerError): Record<string, string> {
  return Object.fromEntries(
    Object.entries(error)
      .filter(([name]) => name !== 'code')
      .map(([name, value]) => [name, value === null ? '?' : String(value)]),
  );
}
