import { useEffect } from 'react';
import { useSnapshot } from '../../stores/app-state.ts';
import { loadRecentEvents, useListener } from '../../stores/listener.ts';
import { errorWords } from '../../text/error-words.ts';
import { useWords } from '../../text/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { bindClasses } from '../../ui/class-names.ts';
import { Note } from '../../ui/note.tsx';
import { NumberText } from '../../ui/number-text.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import styles from './events-arrived.module.css';
import { EventKinds } from './events-arrived-kinds.tsx';
import { EventsTurnedAway } from './events-arrived-rejected.tsx';
import { PingRoundTrip } from './events-arrived-round-trip.tsx';
import { Panel, Section } from './section.tsx';

const cx = bindClasses(styles);

/** Proof that events come: the test of both directions, kinds with counts, what was turned away, and the last ones one by one. */
export function EventsArrived() {
  const { t } = useWords();
  const nothing = useSnapshot((state) => Object.keys(state.listener.receivedByName).length === 0);
  return (
    <>
      <Section title={t('settings.events.arrived')} {...(nothing ? { lead: t('settings.events.nothingArrived') } : {})}>
        <PingRoundTrip />
        <EventKinds />
      </Section>
      <EventsTurnedAway />
      <RecentEvents />
    </>
  );
}

/** The last ones, one by one; nothing while none has come. */
function RecentEvents() {
  const { t, clock } = useWords();
  const { recent, loading, failure } = useListener();
  useEffect(() => void loadRecentEvents(), []);
  if (failure === null && recent.length === 0) {
    return loading ? <Skeleton label={t('settings.events.recentLoading')} rows={3} shape="line" /> : null;
  }
  return (
    <Section title={t('settings.events.recent')}>
      {failure === null ? null : (
        <Note
          tone="bad"
          announced
          title={t('settings.events.recentFailed')}
          action={<Button onPress={() => void loadRecentEvents()}>{t('action.tryAgain')}</Button>}
        >
          {errorWords(failure, t).nextStep}
        </Note>
      )}
      {recent.length === 0 ? null : (
        <Panel>
          <ul className={cx('events')}>
            {recent.map((event) => (
              <li key={event.id} className={cx('event')}>
                <span className={cx('quiet')}>
                  <NumberText aligned>{clock(event.receivedAtMs, true)}</NumberText>
                </span>
                <span className={cx('words')}>
                  <bdi className={cx('name')}>{event.name}</bdi> <bdi className={cx('quiet')}>{event.summary}</bdi>
                </span>
                <span className={cx('quiet')}>{t(`settings.events.eventState.${event.state}`)}</span>
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </Section>
  );
}
