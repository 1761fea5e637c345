import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { DialerError } from '../../../../shared/errors.ts';
import type { RawCallEvent } from '../../../../shared/ipc/history-contract.ts';
import { readRawEvents } from '../../../stores/history.ts';
import { useWords } from '../../../text/use-words.ts';
import { bindClasses } from '../../../ui/class-names.ts';
import { Icon } from '../../../ui/icon.tsx';
import { NumberText } from '../../../ui/number-text.tsx';
import { ErrorNote } from '../../failure/error-note.tsx';
import styles from './raw-events.module.css';

const cx = bindClasses(styles);

/** What the PBX sent about the call, word for word; asked for when somebody wants to see it. */
export function RawEvents({ callId }: { readonly callId: string }) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  const [events, setEvents] = useState<readonly RawCallEvent[] | null>(null);
  const [failure, setFailure] = useState<DialerError | null>(null);
  const toggle = async () => {
    setOpen(!open);
    if (open) return;
    const answer = await readRawEvents(callId);
    setFailure(answer.ok ? null : answer.error);
    if (answer.ok) setEvents(answer.value.events);
  };
  return (
    <section className={cx('events')}>
      <Button className={cx('toggle')} aria-expanded={open} onPress={() => void toggle()}>
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
    </section>
  );
}

function RawEvent({ event }: { readonly event: RawCallEvent }) {
  const { clock } = useWords();
  return (
    <li className={cx('event')}>
      <span className={cx('head')}>
        <bdi className={cx('name')}>{event.name}</bdi>
        <NumberText aligned>{clock(event.receivedAtMs, true)}</NumberText>
      </span>
      <pre className={cx('body')} dir="ltr">
        {event.body}
      </pre>
    </li>
  );
}
