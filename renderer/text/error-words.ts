import type { TFunction } from 'i18next';
import type { DialerError } from '../../shared/errors.ts';
import { type ErrorText, errorTextKey } from './error-text-key.ts';

/** What happened and what to do next, in the words of the chosen language. Total: every code has its words. */
export function errorWords(error: DialerError, t: TFunction): ErrorText {
  const key = errorTextKey(error);
  const values = errorValues(error, t);
  return {
    message: t(`errors.${key}.message` as const, { replace: values }),
    nextStep: t(`errors.${key}.nextStep` as const, { replace: values }),
  };
}

function errorValues(error: DialerError, t: TFunction): Record<string, string> {
  return Object.fromEntries(
    Object.entries(error.code === 'dial-stopped' ? error.stops[0] : inWords(error, t))
      .filter(([name]) => name !== 'code' && name !== 'kind')
      .map(([name, value]) => [name, value === null ? '?' : String(value)]),
  );
}

const fileReasons = [
  'not-json',
  'too-large',
  'empty',
  'not-a-file',
  'others-can-write',
  'ENOENT',
  'EACCES',
  'EPERM',
  'EROFS',
] as const;

/** Codes a person may meet often have words; a rare one stays as it is, for whoever looks it up. */
function inWords(error: DialerError, t: TFunction): DialerError {
  return error.code === 'provisioning-unreadable' ? { ...error, reason: fileReasonWords(error.reason, t) } : error;
}

/** Why something could not be done with a file. */
export function fileReasonWords(reason: string, t: TFunction): string {
  const known = fileReasons.find((candidate) => candidate === reason);
  return known === undefined ? reason : t(`fileReason.${known}`);
}
