import { useSnapshot } from '../../stores/app-state.ts';
import { useWords } from '../../text/use-words.ts';
import { Facts } from '../../ui/facts.tsx';
import { UpdateStatus } from '../updates/update-status.tsx';
import { Section } from './section.tsx';
import { SettingItem } from './setting-item.tsx';
import { settingOf } from './settings-catalogue.ts';

/** What is known of newer versions, and where they come from, which the administrator alone decides. */
export function UpdatesSettings() {
  const { t } = useWords();
  const { feed, key, certificate } = useSnapshot((state) => state.settings.updates);
  const state = settingOf('program.update');
  const fact = (name: string, value: string) => <Facts facts={[{ name, value: <bdi dir="ltr">{value}</bdi> }]} />;
  const isSet = (value: string) => t(value === '' ? 'settings.updates.notSet' : 'settings.updates.set');
  return (
    <>
      <Section title={t(state.label)} lead={t(state.help)}>
        <SettingItem of="program.update">
          <UpdateStatus />
        </SettingItem>
      </Section>
      <Section
        title={t('settings.updates.administrator')}
        lead={t('settings.updates.administratorLead')}
        of={['updates.feed', 'updates.key', 'updates.certificate']}
      >
        <SettingItem of="updates.feed">
          {({ label }) => fact(label, feed === '' ? t('settings.updates.notSet') : feed)}
        </SettingItem>
        <SettingItem of="updates.key">{({ label }) => fact(label, isSet(key))}</SettingItem>
        <SettingItem of="updates.certificate">{({ label }) => fact(label, isSet(certificate))}</SettingItem>
      </Section>
    </>
  );
}
