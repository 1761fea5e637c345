import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { DialerError } from '../../../../shared/errors.ts';
import type { RawCallEvent, RawCallEvents } from '../../../../shared/ipc/history-contract.ts';
import { readRawEvents } from '../../../stores/history.ts';
import { useWords } from '../../../text/use-words.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { bindClasses } from '../../../ui/class-names.ts';
import { Icon } from '../../../ui/icon.tsx';
import { NumberText } from '../../../ui/number-text.tsx';
import { ErrorNote } from '../../failure/error-note.tsx';
import styles from './raw-events.module.css';

const cx = bindClasses(styles);

/** What the PBX sent about the call, word for word; asked for when somebody wants to see it. */
export function RawEvents({ callId }: { readonly callId: string }) {
  const { t, digits } = useWords();
  const [open, setOpen] = useState(false);
  const [read, setRead] = useState<RawCallEvents | null>(null);
  const [failure, setFailure] = useState<DialerError | null>(null);
  const readBehind = async (known: readonly RawCallEvent[], after: number | null) => {
    const answer = await readRawEvents(callId, after);
    setFailure(answer.ok ? null : answer.error);
    if (answer.ok) setRead({ ...answer.value, events: [...known, ...answer.value.events] });
  };
  const toggle = () => {
    setOpen(!open);
    if (!open) void readBehind([], null);
  };
  const { events, goesOn } = read ?? { events: null, goesOn: null };
  return (
    <section className={cx('events')}>
      <Button className={cx('toggle')} aria-expanded={open} onPress={toggle}>
        {t('callDetails.rawEvents')}
        <span className={cx('fold', open && 'open')}>
          <Icon of={ChevronDown} />
        </span>
      </Button>
      {open && failure !== null ? <ErrorNote error={failure} /> : null}
      {open && failure === null && events?.length === 0 ? (
        <p className={cx('none')}>{t('callDetails.noRawEvents')}</p>
      ) : null}
      {open && failure === null && events !== null && events.length > 0 ? (
        <ol className={cx('list')} aria-label={t('callDetails.rawEvents')}>
          {events.map((event) => (
            <RawEvent key={event.id} event={event} />
          ))}
        </ol>
      ) : null}
      {open && failure === null && events !== null && goesOn !== null ? (
        <p>
          <LinkButton onPress={() => void readBehind(events, goesOn.after)}>
            {t('callDetails.moreRawEvents', { replace: { count: digits(String(goesOn.left)) } })}
          </LinkButton>
        </p>
      ) : null}
    </section>
  );
}

function RawEvent({ event }: { readonly event: RawCallEvent }) {
  const { t, clock, digits } = useWords();
  return (
    <li className={cx('event')}>
      <span className={cx('head')}>
        <bdi className={cx('name')}>{event.name}</bdi>
        <NumberText aligned>{clock(event.receivedAtMs, true)}</NumberText>
      </span>
      <pre className={cx('body')} dir="ltr">
        {event.body}
      </pre>
      {event.leftOff === 0 ? null : (
        <p className={cx('rest')}>{t('callDetails.leftOff', { replace: { count: digits(String(event.leftOff)) } })}</p>
      )}
    </li>
  );
}
