import { triesWorthSaying } from '../../../shared/domain/dial-findings.ts';
import type { CalledNumber } from '../../../shared/ipc/call-contract.ts';
import { showContactOf } from '../../stores/contact-desk.ts';
import { useWords } from '../../text/use-words.ts';
import { LinkButton } from '../../ui/button.tsx';
import { bindClasses } from '../../ui/class-names.ts';
import styles from './about-line.module.css';
import { AttemptLine } from './attempt-line.tsx';

const cx = bindClasses(styles);

export interface AboutWordsProps {
  /** From earlier calls. */
  readonly known: CalledNumber | null;
  /** Whose it is; empty: nobody knows. */
  readonly name: string;
  /** What is written down of whose it is; empty: nothing. */
  readonly note: string;
  /** What was noted of the last call with it today; it comes before that. */
  readonly noted: string;
}

/** What is known of the typed number, in one line: whose it is, and which try of today this is; who is unknown can be added. */
export function AboutLine(props: AboutWordsProps & { readonly strangerNumber: string | null }) {
  const { t } = useWords();
  const { known, name, note, noted, strangerNumber } = props;
  return (
    <div className={cx('about', isOften(known) && 'often')}>
      <span className={cx('words')}>
        <AboutWords known={known} name={name} note={note} noted={noted} />
      </span>
      {strangerNumber === null ? null : (
        <LinkButton
          excludeFromTabOrder
          preventFocusOnPress
          aria-label={t('contacts.addTo')}
          onPress={() => void showContactOf(strangerNumber)}
        >
          {/* Beside what earlier calls say there is room for one word. */}
          {t(known === null ? 'contacts.addTo' : 'contacts.add')}
        </LinkButton>
      )}
    </div>
  );
}

/** A try that makes one think what was agreed on. */
export function isOften(known: CalledNumber | null): known is CalledNumber {
  return known !== null && known.triesToday >= triesWorthSaying;
}

/** The same for a screen reader. The name and the note give way: how the last call ended is never cut. */
export function AboutWords({ known, name, note, noted }: AboutWordsProps) {
  const written = noted !== '' ? noted : isOften(known) ? note : '';
  return (
    <>
      {name === '' ? null : (
        <bdi className={cx('name')} title={name}>
          {name}
        </bdi>
      )}
      {name === '' || known === null ? null : ' · '}
      {known === null ? null : (
        <span className={cx('attempt')}>
          <AttemptLine known={known} />
        </span>
      )}
      {written === '' ? null : (
        <span className={cx('room')}>
          <span className={cx('note')} title={written}>
            {' · '}
            <bdi>{written}</bdi>
          </span>
        </span>
      )}
    </>
  );
}
