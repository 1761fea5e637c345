import { placeholders } from '../../../shared/domain/screen-pop/template.ts';
import { useSnapshot } from '../../stores/app-state.ts';
import { saveSettings } from '../../stores/settings.ts';
import { isolated } from '../../text/isolated.ts';
import { useWords } from '../../text/use-words.ts';
import { Facts } from '../../ui/facts.tsx';
import { Toggle } from '../../ui/toggle.tsx';
import { ErrorNote } from '../failure/error-note.tsx';
import { PopHosts } from './pop-hosts.tsx';
import { PopTemplateSetting } from './pop-template-setting.tsx';
import { Section } from './section.tsx';
import { SettingItem } from './setting-item.tsx';
import { useSaving } from './use-saving.ts';

/** Which page opens when, where it may be, and what can stand in its address. */
export function ScreenPopSettings() {
  const { t } = useWords();
  const colleagues = useSnapshot((state) => state.settings.screenPop.colleagues);
  const { inGroup, problem } = useSaving();
  return (
    <>
      <Section of={['screenPop.allowedHosts', 'screenPop.colleagues']}>
        <PopHosts />
        <SettingItem of="screenPop.colleagues">
          {(words) => (
            <Toggle
              {...words}
              isSelected={colleagues}
              onChange={(chosen) => void inGroup(saveSettings({ screenPop: { colleagues: chosen } }))}
            />
          )}
        </SettingItem>
        {problem === null ? null : <ErrorNote error={problem} withoutRemedy />}
      </Section>
      <Section
        title={t('screenPop.incoming')}
        of={[
          'screenPop.incomingRinging',
          'screenPop.incomingAnswered',
          'screenPop.incomingEnded',
          'screenPop.incomingClick',
        ]}
      >
        <PopTemplateSetting of="screenPop.incomingRinging" slot="incomingRinging" />
        <PopTemplateSetting of="screenPop.incomingAnswered" slot="incomingAnswered" />
        <PopTemplateSetting of="screenPop.incomingEnded" slot="incomingEnded" />
        <PopTemplateSetting of="screenPop.incomingClick" slot="incomingClick" />
      </Section>
      <Section
        title={t('screenPop.outgoing')}
        of={[
          'screenPop.outgoingRinging',
          'screenPop.outgoingAnswered',
          'screenPop.outgoingEnded',
          'screenPop.outgoingClick',
        ]}
      >
        <PopTemplateSetting of="screenPop.outgoingRinging" slot="outgoingRinging" />
        <PopTemplateSetting of="screenPop.outgoingAnswered" slot="outgoingAnswered" />
        <PopTemplateSetting of="screenPop.outgoingEnded" slot="outgoingEnded" />
        <PopTemplateSetting of="screenPop.outgoingClick" slot="outgoingClick" />
      </Section>
      <Section title={t('screenPop.placeholders')} lead={t('screenPop.placeholdersLead')}>
        <Facts
          facts={placeholders.map((name) => ({
            name: isolated(`{${name}}`),
            value: t(`screenPop.placeholder.${name}`),
          }))}
        />
      </Section>
    </>
  );
}
