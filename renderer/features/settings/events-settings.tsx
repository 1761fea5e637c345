import { CircleAlert, CircleCheck, CircleDashed } from 'lucide-react';
import { useSnapshot } from '../../stores/app-state.ts';
import { retryListener } from '../../stores/listener.ts';
import { saveSettings } from '../../stores/settings.ts';
import { useWords } from '../../text/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { bindClasses } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { SavedField } from '../../ui/saved-field.tsx';
import { Toggle } from '../../ui/toggle.tsx';
import { ErrorNote } from './error-note.tsx';
import { EventsArrived } from './events-arrived.tsx';
import { EventsCredentials } from './events-credentials.tsx';
import { EventsSetUp } from './events-set-up.tsx';
import styles from './events-settings.module.css';
import { NumberSetting } from './number-setting.tsx';
import { Section } from './section.tsx';
import { useSaving } from './use-saving.ts';
import { isListenerPath, toList } from './validate.ts';

const cx = bindClasses(styles);

export function EventsSettings() {
  const { t } = useWords();
  const listener = useSnapshot((state) => state.settings.listener);
  const saving = useSaving();
  return (
    <>
      <Section>
        <ListenerState />
        <Toggle
          label={t('settings.events.enabled')}
          help={t('settings.events.enabledHelp')}
          isSelected={listener.enabled}
          onChange={(enabled) => void saving.inGroup(saveSettings({ listener: { enabled } }))}
        />
        {saving.problem === null ? null : <ErrorNote error={saving.problem} withoutRemedy />}
      </Section>
      <Section title={t('settings.events.setUp')} lead={t('settings.events.setUpHelp')}>
        <EventsSetUp />
      </Section>
      <EventsArrived />
      <Section>
        <SavedField
          ltr
          label={t('settings.events.host')}
          help={t('settings.events.hostHelp')}
          value={listener.host}
          onSave={(host) => saving.field({ listener: { host: host.trim() } })}
        />
        <NumberSetting
          label={t('settings.events.port')}
          help={t('settings.events.portHelp')}
          invalid={t('settings.events.portInvalid')}
          range={[0, 65_535]}
          value={listener.port}
          onSave={(port) => saving.field({ listener: { port: port ?? 0 } })}
        />
        <SavedField
          ltr
          label={t('settings.events.path')}
          help={t('settings.events.pathHelp')}
          value={listener.path}
          validate={(path) => (isListenerPath(path) ? null : t('settings.events.pathInvalid'))}
          onSave={(path) => saving.field({ listener: { path } })}
        />
        <SavedField
          ltr
          label={t('settings.events.allowFrom')}
          help={t('settings.events.allowFromHelp')}
          value={listener.allowFrom.join(', ')}
          onSave={(text) => saving.field({ listener: { allowFrom: toList(text) } })}
        />
      </Section>
      <EventsCredentials />
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
