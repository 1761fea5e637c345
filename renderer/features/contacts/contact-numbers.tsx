import { Phone } from 'lucide-react';
import type { Contact } from '../../../shared/domain/contact/contact.ts';
import { useWords } from '../../text/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { bindClasses } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { NumberText } from '../../ui/number-text.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { PresenceDot } from '../presence/presence-dot.tsx';
import styles from './contact-numbers.module.css';

const cx = bindClasses(styles);

/** Every number with what it is, and the button that calls it. */
export function ContactNumbers(props: {
  readonly contact: Contact;
  /** `literal`: Alt was held. */
  readonly onCall: (number: string, literal: boolean) => void;
}) {
  const { t, number } = useWords();
  const { numbers, doNotCall } = props.contact;
  if (numbers.length === 0) return <p className={cx('none')}>{t('contacts.noNumber')}</p>;
  return (
    <ul className={cx('numbers')} aria-label={t('contacts.numbers')}>
      {numbers.map(({ label, written }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a contact may hold the same number twice
        <li key={index} className={cx('entry')}>
          <span className={cx('words')}>
            <span className={cx('label')}>{t(`contacts.kind.${label}`)}</span>
            <span className={cx('number')}>
              <NumberText>{number(written)}</NumberText>
            </span>
            <PresenceDot number={written} />
          </span>
          <Button
            look={index === 0 && !doNotCall ? 'primary' : 'plain'}
            onPress={({ altKey }) => props.onCall(written, altKey)}
          >
            <Icon of={Phone} />
            {t('keypad.call')}
            <VisuallyHidden>{number(written)}</VisuallyHidden>
          </Button>
        </li>
      ))}
    </ul>
  );
}
