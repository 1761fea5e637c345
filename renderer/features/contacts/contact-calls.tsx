import { useEffect, useMemo, useState } from 'react';
import type { Call } from '../../../shared/domain/call.ts';
import type { Contact } from '../../../shared/domain/contact/contact.ts';
import { withCalls } from '../../stores/call-order.ts';
import { useCalls } from '../../stores/calls.ts';
import { isCallWith, readCallsWith } from '../../stores/history.ts';
import { useWords } from '../../text/use-words.ts';
import { bindClasses } from '../../ui/class-names.ts';
import { CallLines } from '../history/call-lines.tsx';
import styles from './contact-calls.module.css';

const cx = bindClasses(styles);
const mostCalls = 5;

/** The last calls with the numbers of a contact, in the profile that is in use. */
export function ContactCalls({ contact }: { readonly contact: Contact }) {
  const { t } = useWords();
  const numbers = useMemo(() => contact.numbers.map(({ written }) => written), [contact]);
  const [earlier, setEarlier] = useState<readonly Call[]>([]);
  useEffect(() => {
    let gone = false;
    setEarlier([]);
    void readCallsWith(numbers, 'active').then((calls) => (gone ? undefined : setEarlier(calls)));
    return () => {
      gone = true;
    };
  }, [numbers]);
  // What came since is known without asking.
  const newest = useCalls((store) => store.calls);
  const last = useMemo(() => {
    const ofContact = newest.filter((call) => isCallWith(numbers, call));
    return withCalls(earlier, ofContact).slice(0, mostCalls);
  }, [newest, numbers, earlier]);
  if (last.length === 0) return null;
  return (
    <section className={cx('calls')}>
      <h3 className={cx('title')}>{t('contacts.lastCalls')}</h3>
      <CallLines calls={last} />
    </section>
  );
}
