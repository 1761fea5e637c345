import { useRef, useState } from 'react';
import {
  isOutcomeCode,
  type Outcome,
  type OutcomeKind,
  outcomeKinds,
  outcomeLimits,
} from '../../../shared/domain/after-call/outcome.ts';
import { useWords } from '../../text/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { bindClasses } from '../../ui/class-names.ts';
import { Field } from '../../ui/field.tsx';
import { codeFrom } from './outcome-code.ts';
import styles from './outcome-form.module.css';

const cx = bindClasses(styles);

export interface OutcomeFormProps {
  /** Null: a new one. */
  readonly outcome: Outcome | null;
  /** Codes of the other outcomes. */
  readonly taken: readonly string[];
  readonly onSave: (outcome: Outcome) => Promise<boolean>;
  readonly onClose: () => void;
}

/** Name, code and meaning of an outcome. While nobody typed a code, it is made of the name. */
export function OutcomeForm({ outcome, taken, onSave, onClose }: OutcomeFormProps) {
  const { t } = useWords();
  const [name, setName] = useState(outcome?.name ?? '');
  const [typedCode, setTypedCode] = useState<string | null>(outcome?.code ?? null);
  const [kind, setKind] = useState<OutcomeKind>(outcome?.kind ?? 'neutral');
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const code = typedCode ?? codeFrom(name, taken);
  const nameProblem = name.trim() === '' ? t('afterCall.outcomes.nameMissing') : null;
  const codeProblem = !isOutcomeCode(code)
    ? t('afterCall.outcomes.codeInvalid')
    : taken.includes(code)
      ? t('afterCall.outcomes.codeTaken')
      : null;
  const save = async () => {
    setTried(true);
    const right = nameProblem === null && codeProblem === null;
    if (right && (await onSave({ code, name: name.trim(), kind }))) onClose();
    else requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[data-invalid] input')?.focus());
  };
  return (
    <form
      ref={form}
      className={cx('form')}
      aria-label={outcome === null ? t('afterCall.outcomes.new') : t('afterCall.outcomes.change')}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => {
        // Keys of the row and of the window have no say in here.
        event.stopPropagation();
        if (event.key === 'Escape') onClose();
      }}
    >
      <div className={cx('pair')}>
        <Field
          autoFocus
          label={t('afterCall.outcomes.name')}
          help={t('afterCall.outcomes.nameHelp')}
          value={name}
          maxLength={outcomeLimits.name}
          problem={tried ? nameProblem : null}
          onChange={setName}
        />
        <Field
          label={t('afterCall.outcomes.code')}
          help={t('afterCall.outcomes.codeHelp')}
          value={code}
          maxLength={outcomeLimits.code}
          problem={tried && nameProblem === null ? codeProblem : null}
          onChange={setTypedCode}
        />
      </div>
      <Choice
        label={t('afterCall.outcomes.kind')}
        value={kind}
        options={outcomeKinds.map((value) => ({ value, label: t(`afterCall.kind.${value}`) }))}
        onChange={setKind}
      />
      <div className={cx('buttons')}>
        <Button type="submit" look="primary">
          {t('afterCall.outcomes.save')}
        </Button>
        <Button onPress={onClose}>{t('afterCall.cancel')}</Button>
      </div>
    </form>
  );
}
