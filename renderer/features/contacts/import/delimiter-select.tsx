import { useEffect, useState } from 'react';
import {
  isDelimiter,
  longestDelimiter,
  type UsualDelimiter,
  usualDelimiters,
} from '../../../../shared/domain/exchange/import-file.ts';
import { changeForm, useContactImport } from '../../../stores/contact-import.ts';
import { useWords } from '../../../text/use-words.ts';
import { Field } from '../../../ui/field.tsx';
import { Select } from '../../../ui/select.tsx';

/** Names of keys may not have signs in them. */
const wordsFor: Readonly<Record<UsualDelimiter, 'comma' | 'semicolon' | 'tab' | 'bar' | 'colon' | 'caret' | 'tilde'>> =
  {
    ',': 'comma',
    ';': 'semicolon',
    '\t': 'tab',
    '|': 'bar',
    ':': 'colon',
    '^': 'caret',
    '~': 'tilde',
  };

/** What stands between the columns: one of the usual signs, or any that is typed. */
export function DelimiterSelect({ delimiter }: { readonly delimiter: string }) {
  const { t } = useWords();
  const usual = usualDelimiters.find((sign) => sign === delimiter);
  /** As typed; null while a usual one is chosen. */
  const [typed, setTyped] = useState(usual === undefined ? delimiter : null);
  const busy = useContactImport((store) => store.busy !== null);
  useEffect(() => {
    // Typed while the file was read anew, it waits until that is done.
    if (typed !== null && typed !== delimiter && isDelimiter(typed) && !busy) void changeForm({ delimiter: typed });
  }, [typed, delimiter, busy]);
  return (
    <>
      <Select
        label={t('exchange.delimiter')}
        value={typed === null ? (usual ?? 'other') : 'other'}
        options={[
          ...usualDelimiters.map((value) => ({ value, label: t(`exchange.delimiters.${wordsFor[value]}`) })),
          { value: 'other' as const, label: t('exchange.delimiters.other') },
        ]}
        onChange={(chosen) => {
          setTyped(chosen === 'other' ? '' : null);
          if (chosen !== 'other') void changeForm({ delimiter: chosen });
        }}
      />
      {typed === null ? null : (
        <Field
          ltr
          autoFocus
          label={t('exchange.ownDelimiter')}
          help={t('exchange.ownDelimiterHelp')}
          value={typed}
          maxLength={longestDelimiter}
          onChange={setTyped}
          problem={typed === '' || isDelimiter(typed) ? null : t('exchange.ownDelimiterProblem')}
        />
      )}
    </>
  );
}
