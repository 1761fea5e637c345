import { Check } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { useWords } from '../text/use-words.ts';
import { LinkButton } from './button.tsx';
import { bindClasses } from './class-names.ts';
import { createDraftSaver } from './draft-saver.ts';
import { Field } from './field.tsx';
import { Icon } from './icon.tsx';
import styles from './saved-field.module.css';
import { useFieldDraft } from './use-field-draft.ts';

const cx = bindClasses(styles);
const savedShownMs = 2000;
/** Who is still typing is not interrupted; who stops reads at once what is wrong. */
const pauseMs = 600;

export interface SavedFieldProps {
  readonly label: string;
  readonly help: ReactNode;
  readonly value: string;
  /** Words for what is wrong with a value, or null. */
  readonly validate?: (value: string) => string | null;
  /** Saves a valid value; resolves to words for what went wrong, or null. */
  readonly onSave: (value: string) => Promise<string | null>;
  readonly ltr?: boolean;
  readonly short?: boolean;
  readonly secret?: boolean;
  readonly placeholder?: string;
  readonly aside?: ReactNode;
  readonly numeric?: boolean;
  /** Stands at the field while nothing is typed: that something is missing here, or of no use as it is saved. */
  readonly trouble?: string | null;
}

/** A field that saves itself when it is left or Enter is pressed; Escape brings the saved value back. */
export function SavedField({
  value,
  validate,
  onSave,
  secret = false,
  numeric = false,
  aside,
  trouble = null,
  ...rest
}: SavedFieldProps) {
  const { text: draft, read, type } = useFieldDraft(secret);
  const { t } = useWords();
  // What was typed before the page was left stands here again, and does not look saved.
  const [problem, setProblem] = useState(() => (draft === null ? null : (validate?.(draft) ?? t('action.notSaved'))));
  const [saved, setSaved] = useState(false);
  const [saver] = useState(createDraftSaver);

  useEffect(() => {
    if (!saved) return;
    const timer = setTimeout(() => setSaved(false), savedShownMs);
    return () => clearTimeout(timer);
  }, [saved]);

  useEffect(() => {
    const invalid = draft === null ? null : (validate?.(draft) ?? null);
    if (draft === null) setProblem(null);
    if (invalid === null) return;
    const timer = setTimeout(() => setProblem(invalid), pauseMs);
    return () => clearTimeout(timer);
  }, [draft, validate]);

  const revert = () => {
    type(null);
    setProblem(null);
  };

  const save = () =>
    saver({
      value,
      draft: read,
      validate: (text) => validate?.(text) ?? null,
      onSave,
      onUnchanged: revert,
      onProblem: setProblem,
      onSaved: (text) => {
        setSaved(true);
        if (read() === text) revert();
      },
    });

  return (
    <Field
      {...rest}
      type={secret ? 'password' : 'text'}
      inputMode={numeric ? 'numeric' : 'text'}
      value={draft ?? value}
      problem={problem ?? (draft === null || draft === '' ? trouble : null)}
      aside={
        saved && trouble === null ? (
          <span className={cx('saved')} role="status">
            <Icon of={Check} size={12} />
            {t('action.saved')}
          </span>
        ) : problem !== null && draft !== null ? (
          <span className={cx('revert')}>
            <LinkButton onPress={revert}>{t('action.takeBack')}</LinkButton>
          </span>
        ) : (
          aside
        )
      }
      onChange={(text) => {
        type(text);
        if (problem !== null) setProblem(validate?.(text) ?? null);
      }}
      onBlur={() => void save()}
      onKeyDown={(event) => {
        if (event.key === 'Enter') void save();
        else if (event.key === 'Escape') revert();
      }}
    />
  );
}
