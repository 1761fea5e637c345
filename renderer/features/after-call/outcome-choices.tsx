import type { KeyboardEvent } from 'react';
import { Button } from 'react-aria-components';
import { keyOfOutcome, outcomeOfKey } from '../../../shared/domain/after-call/outcome.ts';
import { noOutcome } from '../../../shared/domain/after-call/work-rules.ts';
import { useWords } from '../../text/use-words.ts';
import { bindClasses } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { NumberText } from '../../ui/number-text.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import styles from './outcome-choices.module.css';
import { outcomeLooks } from './outcome-look.ts';
import { useOutcomes } from './use-work.ts';

const cx = bindClasses(styles);

export interface OutcomeChoicesProps {
  /** Code of the one it has; null: none yet. */
  readonly value: string | null;
  /** Null takes it back. */
  readonly onChoose: (code: string | null) => void;
  /** Also offers to say that the call needs none. */
  readonly withNone?: boolean;
}

/** The outcomes with their keys, which work while the focus is in here. Nothing is shown where none are defined. */
export function OutcomeChoices({ value, onChoose, withNone = false }: OutcomeChoicesProps) {
  const { t, digits } = useWords();
  const outcomes = useOutcomes();
  if (outcomes.length === 0) return null;
  const known = outcomes.some(({ code }) => code === value);
  const shown =
    value === null || value === noOutcome || known
      ? outcomes
      : [...outcomes, { code: value, name: value, kind: 'neutral' as const }];
  const choose = (code: string) => onChoose(code === value ? null : code);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const outcome = outcomeOfKey(event.code, outcomes);
    if (outcome === null) return;
    event.preventDefault();
    if (!event.repeat) onChoose(outcome.code);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset has a look of its own, and none of its buttons is a field
    <div
      role="group"
      aria-label={t('afterCall.outcome')}
      className={cx('outcomes')}
      data-takes-digits
      onKeyDownCapture={onKeyDown}
    >
      {shown.map(({ code, name, kind }, index) => {
        const key = known || index < outcomes.length ? keyOfOutcome(index) : null;
        const look = outcomeLooks[kind];
        return (
          <Button
            key={code}
            className={cx('outcome', look.colour)}
            aria-pressed={code === value}
            onPress={() => choose(code)}
          >
            {key === null ? null : (
              <span aria-hidden className={cx('key')}>
                <NumberText>{digits(key)}</NumberText>
              </span>
            )}
            <Icon of={look.icon} size={14} />
            <bdi className={cx('name')}>{name}</bdi>
            {key === null ? null : <VisuallyHidden>{t('afterCall.byKey', { key: digits(key) })}</VisuallyHidden>}
          </Button>
        );
      })}
      {withNone ? (
        <Button
          className={cx('outcome', 'none')}
          aria-pressed={value === noOutcome}
          onPress={() => onChoose(value === noOutcome ? null : noOutcome)}
        >
          {t('afterCall.none')}
        </Button>
      ) : null}
    </div>
  );
}
