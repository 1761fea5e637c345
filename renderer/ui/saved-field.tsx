import { Check } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useWords } from '../text/use-words.ts';
import { bindClasses } from './class-names.ts';
import { createDraftSaver } from './draft-saver.ts';
import { Field } from './field.tsx';
import { Icon } from './icon.tsx';
import styles from './saved-field.module.css';

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
}

/** A field that saves itself when it is left or Enter is pressed; Escape brings the saved value back. */
export function SavedField({
  value,
  validate,
  onSave,
  secret = false,
  numeric = false,
  aside,
  ...rest
}: SavedFieldProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [saved, setSaved] = useState(false);
  // As typed at this moment, for a save that began with an older text.
  const typed = useRef<string | null>(null);
  const [saver] = useState(createDraftSaver);
  const { t } = useWords();

  useEffect(() => {
    if (!saved) return;
    const timer = setTimeout(() => setSaved(false), savedShownMs);
    return () => clearTimeout(timer);
  }, [saved]);

  useEffect(() => {
    const invalid = draft === null ? null : (validate?.(draft) ?? null);
    if (invalid === null) return;
    const timer = setTimeout(() => setProblem(invalid), pauseMs);
    return () => clearTimeout(timer);
  }, [draft, validate]);

  const type = (text: string | null) => {
    typed.current = text;
    setDraft(text);
  };

  const revert = () => {
    type(null);
    setProblem(null);
  };

  const save = () =>
    saver({
      value,
      draft: () => typed.current,
      validate: (text) => validate?.(text) ?? null,
      onSave,
      onUnchanged: revert,
      onProblem: setProblem,
      onSaved: (text) => {
        setSaved(true);
        if (typed.current === text) revert();
      },
    });

  return (
    <Field
      {...rest}
      type={secret ? 'password' : 'text'}
      inputMode={numeric ? 'numeric' : 'text'}
      value={draft ?? value}
      problem={problem}
      aside={
        saved ? (
          <span className={cx('saved')} role="status">
            <Icon of={Check} size={12} />
            {t('action.saved')}
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
