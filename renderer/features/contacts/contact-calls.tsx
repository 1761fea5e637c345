import { ArrowDownLeft, ArrowLeftRight, ArrowUpRight } from 'lucide-react';
import { useMemo } from 'react';
import { otherParty } from '../../../shared/domain/call-view.ts';
import type { Contact } from '../../../shared/domain/contact/contact.ts';
import { sameNumber } from '../../../shared/domain/destination.ts';
import { useCalls } from '../../stores/calls.ts';
import { useWords } from '../../text/use-words.ts';
import { bindClasses } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { NumberText } from '../../ui/number-text.tsx';
import { useNow } from '../../ui/use-now.ts';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { callOutcome } from '../history/call-outcome.ts';
import styles from './contact-calls.module.css';

const cx = bindClasses(styles);
const directionIcons = { inbound: ArrowDownLeft, outbound: ArrowUpRight, internal: ArrowLeftRight } as const;
const mostCalls = 5;

/** The last calls with the numbers of a contact, of those that the window has read. */
export function ContactCalls({ contact }: { readonly contact: Contact }) {
  const { t, clock, date, fullDate } = useWords();
  const calls = useCalls((store) => store.calls);
  const now = useNow(60_000);
  const last = useMemo(() => {
    const ofContact = (party: string) => contact.numbers.some(({ written }) => sameNumber(party, written));
    return calls.filter((call) => ofContact(otherParty(call))).slice(0, mostCalls);
  }, [calls, contact]);
  if (last.length === 0) return null;
  return (
    <section className={cx('calls')}>
      <h3 className={cx('title')}>{t('contacts.lastCalls')}</h3>
      <ul>
        {last.map((call) => {
          const outcome = callOutcome(call);
          return (
            <li key={call.id} className={cx('call')}>
              <span className={cx('direction')} title={t(`direction.${call.direction}`)}>
                <Icon of={directionIcons[call.direction]} mirrored={call.direction !== 'internal'} />
                <VisuallyHidden>{t(`direction.${call.direction}`)}</VisuallyHidden>
              </span>
              <span className={cx('outcome', outcome.tone.colour)}>
                <Icon of={outcome.tone.icon} size={14} />
                {t(`disposition.${outcome.word}`)}
              </span>
              <span className={cx('when')} title={fullDate(call.startedAtMs)}>
                {date(call.startedAtMs, now)} <NumberText>{clock(call.startedAtMs)}</NumberText>
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
