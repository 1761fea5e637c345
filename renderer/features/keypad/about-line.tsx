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
}

/** What is known of the typed number, in one line: whose it is, and which try of today this is; who is unknown can be added. */
export function AboutLine(props: AboutWordsProps & { readonly strangerNumber: string | null }) {
  const { t } = useWords();
  const { known, name, strangerNumber } = props;
  return (
    <div className={cx('about', known !== null && known.triesToday >= 2 && 'often')}>
      <span className={cx('words')}>
        <AboutWords known={known} name={name} />
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

/** The same for a screen reader. */
export function AboutWords({ known, name }: AboutWordsProps) {
  return (
    <>
      {name === '' ? null : (
        <bdi className={cx('name')} title={name}>
          {name}
        </bdi>
      )}
      {name === '' || known === null ? null : ' · '}
      {known === null ? null : <AttemptLine known={known} />}
    </>
  );
}
