import { useEffect } from 'react';
import { useSnapshot } from '../../stores/app-state.ts';
import { loadRecentEvents, useListener } from '../../stores/listener.ts';
import { useWords } from '../../text/use-words.ts';
import { bindClasses } from '../../ui/class-names.ts';
import { NumberText } from '../../ui/number-text.tsx';
import styles from './events-arrived.module.css';
import { EventKinds } from './events-arrived-kinds.tsx';
import { EventsTurnedAway } from './events-arrived-rejected.tsx';
import { PingRoundTrip } from './events-arrived-round-trip.tsx';
import { Panel, Section } from './section.tsx';

const cx = bindClasses(styles);

/** Proof that events come: the test of both directions, kinds with counts, what was turned away, and the last ones one by one. */
export function EventsArrived() {
  const { t, clock } = useWords();
  const nothing = useSnapshot((state) => Object.keys(state.listener.receivedByName).length === 0);
  const recent = useListener((store) => store.recent);
  useEffect(() => void loadRecentEvents(), []);
  return (
    <>
      <Section title={t('settings.events.arrived')} {...(nothing ? { lead: t('settings.events.nothingArrived') } : {})}>
        <PingRoundTrip />
        <EventKinds />
      </Section>
      <EventsTurnedAway />
      {recent.length === 0 ? null : (
        <Section title={t('settings.events.recent')}>
          <Panel>
            <ul className={cx('events')}>
              {recent.map((event) => (
                <li key={event.id} className={cx('event')}>
                  <span className={cx('quiet')}>
                    <NumberText>{clock(event.receivedAtMs, true)}</NumberText>
                  </span>
                  <span className={cx('words')}>
                    <bdi className={cx('name')}>{event.name}</bdi> <bdi className={cx('quiet')}>{event.summary}</bdi>
                  </span>
                  <span className={cx('quiet')}>{t(`settings.events.eventState.${event.state}`)}</span>
                </li>
              ))}
            </ul>
          </Panel>
        </Section>
      )}
    </>
  );
}
