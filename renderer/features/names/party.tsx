import { useWords } from '../../text/use-words.ts';
import { bindClasses } from '../../ui/class-names.ts';
import { NumberText } from '../../ui/number-text.tsx';
import { useContactName } from '../../use-contact-name.ts';
import styles from './party.module.css';

const cx = bindClasses(styles);

export interface PartyProps {
  /** Empty: nobody said it. */
  readonly number: string;
  /** Where it is known already; else the contacts are asked. */
  readonly name?: string;
  /** In a narrow column the number stands below the name. */
  readonly stacked?: boolean;
}

/** Who is on the other side: the name, if the contacts have one, and always the number. On one line the name gives way. */
export function Party({ number: digits, name: given, stacked = false }: PartyProps) {
  const { t, number } = useWords();
  const contact = useContactName(given === undefined ? digits : '');
  if (digits === '') return t('card.unknownParty');
  const name = given ?? (contact === null ? '' : contact.name || contact.company);
  const shown = <NumberText>{number(digits)}</NumberText>;
  if (name === '') return shown;
  return (
    <span className={cx('party', stacked && 'stacked')}>
      <bdi className={cx('name')} title={name}>
        {name}
      </bdi>
      <span className={cx('number')}>{shown}</span>
    </span>
  );
}

/** The name alone where a sentence has room for one of them, else the number. */
export function PartyInShort({ number: digits }: { readonly number: string }) {
  const { number } = useWords();
  const contact = useContactName(digits);
  const name = contact === null ? '' : contact.name || contact.company;
  return name === '' ? <NumberText>{number(digits)}</NumberText> : <bdi>{name}</bdi>;
}
