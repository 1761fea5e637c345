import { useMemo } from 'react';
import { otherParty } from '../../../shared/domain/call-view.ts';
import type { Contact } from '../../../shared/domain/contact/contact.ts';
import { sameNumber } from '../../../shared/domain/destination.ts';
import { useCalls } from '../../stores/calls.ts';
import { useWords } from '../../text/use-words.ts';
import { bindClasses } from '../../ui/class-names.ts';
import { CallLines } from '../history/call-lines.tsx';
import styles from './contact-calls.module.css';

const cx = bindClasses(styles);
const mostCalls = 5;

/** The last calls with the numbers of a contact, of those that the window has read. */
export function ContactCalls({ contact }: { readonly contact: Contact }) {
  const { t } = useWords();
  const calls = useCalls((store) => store.calls);
  const last = useMemo(() => {
    const ofContact = (party: string) => contact.numbers.some(({ written }) => sameNumber(party, written));
    return calls.filter((call) => ofContact(otherParty(call))).slice(0, mostCalls);
  }, [calls, contact]);
  if (last.length === 0) return null;
  return (
    <section className={cx('calls')}>
      <h3 className={cx('title')}>{t('contacts.lastCalls')}</h3>
      <CallLines calls={last} />
    </section>
  );
}
