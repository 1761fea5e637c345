import { Plus, X } from 'lucide-react';
import { useRef, useState } from 'react';
import { numberLabels } from '../../../shared/domain/contact/contact.ts';
import type { DestinationError } from '../../../shared/errors.ts';
import { type TypedNumber, typedNumber } from '../../stores/contact-drafts.ts';
import { errorWords } from '../../text/error-words.ts';
import { useWords } from '../../text/use-words.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { bindClasses } from '../../ui/class-names.ts';
import { Field } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Select } from '../../ui/select.tsx';
import { useAfterPress } from '../../ui/use-after-press.ts';
import styles from './contact-number-fields.module.css';

const cx = bindClasses(styles);
const mostNumbers = 20;

export interface ContactNumberFieldsProps {
  readonly numbers: readonly TypedNumber[];
  readonly problems: ReadonlyMap<number, DestinationError>;
  /** Those that say again what one before them says. */
  readonly repeated: ReadonlySet<number>;
  /** Saving was tried: every problem is named, also of a field that was not left. */
  readonly tried: boolean;
  readonly onChange: (numbers: readonly TypedNumber[]) => void;
}

/** Any number of numbers, each with what it is; said to be wrong once its field was left. */
export function ContactNumberFields({ numbers, problems, repeated, tried, onChange }: ContactNumberFieldsProps) {
  const { t, digits } = useWords();
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  const afterPress = useAfterPress();
  const added = useRef<number | null>(null);
  const change = (key: number, part: Partial<TypedNumber>) =>
    onChange(numbers.map((one) => (one.key === key ? { ...one, ...part } : one)));
  const problemOf = (key: number) => {
    const problem = problems.get(key);
    return problem === undefined || !(tried || left.has(key)) ? null : errorWords(problem, t).message;
  };
  return (
    <fieldset className={cx('numbers')}>
      <legend className={cx('legend')}>{t('contacts.numbers')}</legend>
      {numbers.map(({ key, label, written }, index) => {
        const place = digits(String(index + 1));
        return (
          <div key={key} className={cx('entry')}>
            <div className={cx('label')}>
              <Select
                label={t('contacts.labelOf', { place })}
                labelHidden
                value={label}
                options={numberLabels.map((value) => ({ value, label: t(`contacts.kind.${value}`) }))}
                onChange={(chosen) => change(key, { label: chosen })}
              />
            </div>
            <div className={cx('number')}>
              <Field
                label={t('contacts.numberOf', { place })}
                labelHidden
                ltr
                inputMode="tel"
                maxLength={64}
                autoFocus={added.current === key}
                value={written}
                problem={problemOf(key)}
                onChange={(text) => change(key, { written: text })}
                onBlur={() => afterPress(() => setLeft((before) => new Set(before).add(key)))}
                {...(repeated.has(key) ? { help: t('contacts.repeatedNumber') } : {})}
              />
            </div>
            {numbers.length === 1 ? null : (
              <IconButton
                aria-label={t('contacts.removeNumber', { place })}
                onPress={() => onChange(numbers.filter((one) => one.key !== key))}
              >
                <Icon of={X} />
              </IconButton>
            )}
          </div>
        );
      })}
      {numbers.length >= mostNumbers ? null : (
        <div className={cx('add')}>
          <Button
            look="quiet"
            onPress={() => {
              const another = typedNumber('mobile', '');
              added.current = another.key;
              onChange([...numbers, another]);
            }}
          >
            <Icon of={Plus} />
            {t('contacts.addNumber')}
          </Button>
        </div>
      )}
    </fieldset>
  );
}
