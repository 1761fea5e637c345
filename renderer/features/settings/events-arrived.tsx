import { useEffect } from 'react';
import { useSnapshot } from '../../stores/app-state.ts';
import { loadRecentEvents, useListener } from '../../stores/listener.ts';
import { useWords } from '../../text/use-words.ts';
import { bindClasses } from '../../ui/class-names.ts';
import { NumberText } from '../../ui/number-text.tsx';
import styles from './events-arrived.module.css';
import { Facts } from './facts.tsx';
import { Panel, Section } from './section.tsx';

const cx = bindClasses(styles);

/** Proof that events come: kinds with counts, what was turned away, and the last ones one by one. */
export function EventsArrived() {
  const { t, digits, clock } = useWords();
  const receivedByName = useSnapshot((state) => state.listener.receivedByName);
  const rejected = useSnapshot((state) => state.listener.rejected);
  const recent = useListener((store) => store.recent);
  useEffect(() => void loadRecentEvents(), []);

  const arrived = Object.entries(receivedByName).sort(([, a], [, b]) => b - a);
  const turnedAway = [
    { name: t('settings.events.rejectedAddress'), count: rejected.address },
    { name: t('settings.events.rejectedCredentials'), count: rejected.credentials },
    { name: t('settings.events.rejectedMalformed'), count: rejected.malformed },
    { name: t('settings.events.rejectedDropped'), count: rejected.dropped },
  ].filter((entry) => entry.count > 0);
  const count = (value: number) => <NumberText>{digits(String(value))}</NumberText>;
  return (
    <>
      <Section
        title={t('settings.events.arrived')}
        {...(arrived.length === 0 ? { lead: t('settings.events.nothingArrived') } : {})}
      >
        {arrived.length === 0 ? null : (
          <Facts facts={arrived.map(([name, value]) => ({ name, value: count(value) }))} />
        )}
      </Section>
      {turnedAway.length === 0 ? null : (
        <Section title={t('settings.events.rejected')}>
          <Facts facts={turnedAway.map((entry) => ({ name: entry.name, value: count(entry.count) }))} />
        </Section>
      )}
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
