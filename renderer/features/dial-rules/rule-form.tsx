import { useRef, useState } from 'react';
import { type DialRule, patternKinds } from '../../../shared/domain/dial-rules/dial-rule.ts';
import type { RuleField } from '../../../shared/domain/dial-rules/read-rule.ts';
import { useWords } from '../../text/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { bindClasses } from '../../ui/class-names.ts';
import { Field } from '../../ui/field.tsx';
import { Sentence } from '../../ui/sentence.tsx';
import { Toggle } from '../../ui/toggle.tsx';
import { type RuleDraft, readDraft, toDraft } from './rule-draft.ts';
import styles from './rule-form.module.css';
import { problemWords } from './rule-words.tsx';

const cx = bindClasses(styles);

/** Written the same in every language, as the PBX has them. */
const examples = { asterisk: '_09XXXXXXXXX', prefix: '021', regex: '09\\d{9}' } as const;

export interface RuleFormProps {
  /** Null: a new one. */
  readonly rule: DialRule | null;
  /** Of the other rules. */
  readonly names: readonly string[];
  readonly onSave: (rule: DialRule) => Promise<boolean>;
  readonly onClose: () => void;
}

/** Everything of one rule. What is wrong is said at its field once saving was tried, and while it is corrected. */
export function RuleForm({ rule, names, onSave, onClose }: RuleFormProps) {
  const { t, digits } = useWords();
  const [draft, setDraft] = useState(() => toDraft(rule));
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const read = readDraft(draft, names);
  const type = (change: Partial<RuleDraft>) => setDraft((known) => ({ ...known, ...change }));
  const problem = (field: RuleField) => {
    const found = tried && !read.ok ? read.problems[field] : undefined;
    return found === undefined ? null : problemWords(found, t, digits);
  };
  const save = async () => {
    setTried(true);
    if (read.ok && (await onSave(read.rule))) onClose();
    else requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[data-invalid] input')?.focus());
  };
  const usual = t('dialRules.form.usual');

  return (
    <form
      ref={form}
      className={cx('form')}
      aria-label={rule === null ? t('dialRules.form.add') : t('dialRules.form.edit')}
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
      <Field
        autoFocus
        label={t('dialRules.form.name')}
        help={t('dialRules.form.nameHelp')}
        value={draft.name}
        problem={problem('name')}
        onChange={(name) => type({ name })}
      />
      <Choice
        label={t('dialRules.form.kind')}
        value={draft.kind}
        options={patternKinds.map((kind) => ({ value: kind, label: t(`dialRules.kind.${kind}`) }))}
        onChange={(kind) => type({ kind })}
      />
      <Field
        ltr
        label={t('dialRules.form.text')}
        help={
          <Sentence
            text={t(`dialRules.form.textHelp.${draft.kind}`, { skipInterpolation: true })}
            parts={{ example: <bdi dir="ltr">{examples[draft.kind]}</bdi> }}
          />
        }
        value={draft.text}
        problem={problem('pattern')}
        onChange={(text) => type({ text })}
      />
      <Choice
        label={t('dialRules.form.action')}
        value={draft.action}
        options={[
          { value: 'dial', label: t('dialRules.form.dial') },
          { value: 'block', label: t('dialRules.form.block') },
        ]}
        onChange={(action) => type({ action })}
      />
      {draft.action === 'block' ? (
        <Field
          label={t('dialRules.form.reason')}
          help={t('dialRules.form.reasonHelp')}
          value={draft.reason}
          problem={problem('reason')}
          onChange={(reason) => type({ reason })}
        />
      ) : (
        <div className={cx('pairs')}>
          <Field
            ltr
            inputMode="numeric"
            label={t('dialRules.form.strip')}
            help={t('dialRules.form.stripHelp')}
            value={digits(draft.strip)}
            problem={problem('strip')}
            onChange={(strip) => type({ strip })}
          />
          <Field
            ltr
            label={t('dialRules.form.prepend')}
            help={t('dialRules.form.prependHelp')}
            value={draft.prepend}
            problem={problem('prepend')}
            onChange={(prepend) => type({ prepend })}
          />
          <Field
            label={t('dialRules.form.trunkName')}
            help={t('dialRules.form.trunkNameHelp')}
            value={draft.trunkName}
            problem={problem('trunkName')}
            onChange={(trunkName) => type({ trunkName })}
          />
          <Field
            label={t('dialRules.form.callerId')}
            help={usual}
            value={draft.callerId}
            problem={problem('callerId')}
            onChange={(callerId) => type({ callerId })}
          />
          <Field
            ltr
            label={t('dialRules.form.dialplanContext')}
            help={usual}
            value={draft.dialplanContext}
            problem={problem('dialplanContext')}
            onChange={(dialplanContext) => type({ dialplanContext })}
          />
          <Field
            ltr
            inputMode="numeric"
            label={t('dialRules.form.callLimit')}
            help={usual}
            value={digits(draft.callLimitSeconds)}
            problem={problem('callLimitSeconds')}
            onChange={(callLimitSeconds) => type({ callLimitSeconds })}
          />
        </div>
      )}
      <Toggle
        label={t('dialRules.form.alsoExtensions')}
        help={t('dialRules.form.alsoExtensionsHelp')}
        isSelected={draft.alsoExtensions}
        onChange={(alsoExtensions) => type({ alsoExtensions })}
      />
      <div className={cx('buttons')}>
        <Button type="submit" look="primary">
          {t('dialRules.form.save')}
        </Button>
        <Button onPress={onClose}>{t('dialRules.form.cancel')}</Button>
      </div>
    </form>
  );
}
