import { nationalForReading } from '../../../shared/domain/group-for-reading.ts';
import { useSnapshot } from '../../stores/app-state.ts';
import { useWords } from '../../text/use-words.ts';
import { bindClasses } from '../../ui/class-names.ts';
import { MarkedText } from '../../ui/marked-text.tsx';
import { NumberText } from '../../ui/number-text.tsx';
import { useContactName } from '../../use-contact-name.ts';
import { numberMarks, textMarks } from '../contacts/contact-marks.ts';
import styles from './party.module.css';

const cx = bindClasses(styles);

export interface PartyProps {
  /** Empty: nobody said it. */
  readonly number: string;
  /** Where it is known already; else the contacts are asked. */
  readonly name?: string;
  /** In a narrow column the number stands below the name. */
  readonly stacked?: boolean;
  /** What was searched; it is marked. */
  readonly query?: string;
}

/** Who is on the other side: the name, if the contacts have one, and always the number. On one line the name gives way. */
export function Party({ number: digits, name: given, stacked = false, query = '' }: PartyProps) {
  const { t } = useWords();
  const { number, countryCode } = usePartyNumber();
  const contact = useContactName(given === undefined ? digits : '');
  if (digits === '') return t('card.unknownParty');
  const name = given ?? (contact === null ? '' : contact.name || contact.company);
  const written = number(digits);
  const shown = (
    <NumberText>
      {query === '' ? written : <MarkedText text={written} marks={numberMarks(written, query, countryCode)} />}
    </NumberText>
  );
  if (name === '') return shown;
  return (
    <span className={cx('party', stacked && 'stacked')}>
      <bdi className={cx('name')} title={name}>
        {query === '' ? name : <MarkedText text={name} marks={textMarks(name, query)} />}
      </bdi>
      <span className={cx('number')}>{shown}</span>
    </span>
  );
}

/** The name alone where a sentence has room for one of them, else the number. */
export function PartyInShort({ number: digits }: { readonly number: string }) {
  const { number } = usePartyNumber();
  const contact = useContactName(digits);
  const name = contact === null ? '' : contact.name || contact.company;
  return name === '' ? <NumberText>{number(digits)}</NumberText> : <bdi>{name}</bdi>;
}

/** As a person of this country writes it, whatever the exchange puts before it. */
function usePartyNumber() {
  const { number } = useWords();
  const countryCode = useSnapshot((state) => state.effective.identity.countryCode);
  return { countryCode, number: (party: string) => number(nationalForReading(party, countryCode)) };
}
