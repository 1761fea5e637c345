import { CircleAlert, CircleCheck, CircleDashed } from 'lucide-react';
import { useSnapshot } from '../../stores/app-state.ts';
import { retryListener } from '../../stores/listener.ts';
import { saveSettings } from '../../stores/settings.ts';
import { useWords } from '../../text/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { bindClasses } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { Toggle } from '../../ui/toggle.tsx';
import { ErrorNote } from '../failure/error-note.tsx';
import { EventsArrived } from './events-arrived.tsx';
import { EventsCredentials } from './events-credentials.tsx';
import { EventsSetUp } from './events-set-up.tsx';
import styles from './events-settings.module.css';
import { ListenerSettings } from './listener-settings.tsx';
import { Section } from './section.tsx';
import { SettingItem } from './setting-item.tsx';
import { useSaving } from './use-saving.ts';

const cx = bindClasses(styles);

export function EventsSettings() {
  const { t } = useWords();
  const isEnabled = useSnapshot((state) => state.settings.listener.enabled);
  const saving = useSaving();
  return (
    <>
      <Section>
        <ListenerState />
        <SettingItem of="listener.enabled">
          {(words) => (
            <Toggle
              {...words}
              isSelected={isEnabled}
              onChange={(enabled) => void saving.inGroup(saveSettings({ listener: { enabled } }))}
            />
          )}
        </SettingItem>
        {saving.problem === null ? null : <ErrorNote error={saving.problem} withoutRemedy />}
      </Section>
      <Section title={t('settings.events.setUp')} lead={t('settings.events.setUpHelp')}>
        <SettingItem of="events.setUp">
          <EventsSetUp />
        </SettingItem>
      </Section>
      <SettingItem of="events.arrived">
        <EventsArrived />
      </SettingItem>
      <ListenerSettings field={saving.field} />
      <SettingItem of="events.credentials">
        <EventsCredentials />
      </SettingItem>
    </>
  );
}

function ListenerState() {
  const { t, digits } = useWords();
  const { state, port, problem } = useSnapshot((snapshot) => snapshot.listener);
  const listening = state === 'listening';
  const quiet = state === 'off' || state === 'starting';
  const words = t(`settings.events.state.${state}`, {
    port: port === null ? '?' : digits(String(port)),
    problem: problem ?? '?',
  });
  return (
    <div className={cx('state')}>
      <span className={cx('word', listening ? 'good' : quiet ? 'unknown' : 'bad')}>
        <Icon of={listening ? CircleCheck : quiet ? CircleDashed : CircleAlert} />
        {words}
      </span>
      {listening || quiet ? null : <Button onPress={() => void retryListener()}>{t('settings.events.retry')}</Button>}
    </div>
  );
}
