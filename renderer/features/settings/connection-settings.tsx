import { useSnapshot } from '../../stores/app-state.ts';
import { saveSettings } from '../../stores/settings.ts';
import { useWords } from '../../text/use-words.ts';
import { Choice } from '../../ui/choice.tsx';
import { SavedField } from '../../ui/saved-field.tsx';
import { Toggle } from '../../ui/toggle.tsx';
import { ConnectionTest } from './connection-test.tsx';
import { CredentialFields } from './credential-fields.tsx';
import { ErrorNote } from './error-note.tsx';
import { Fingerprint } from './fingerprint.tsx';
import { Section } from './section.tsx';
import { useSaving } from './use-saving.ts';
import { isTimeZone } from './validate.ts';

export function ConnectionSettings() {
  const { t } = useWords();
  const pbx = useSnapshot((state) => state.settings.pbx);
  const saving = useSaving();
  const zone = (value: string) => (isTimeZone(value.trim()) ? null : t('settings.connection.zoneUnknown'));
  return (
    <>
      <Section>
        <SavedField
          ltr
          label={t('settings.connection.address')}
          help={t('settings.connection.addressHelp')}
          value={pbx.address}
          onSave={(address) => saving.field({ pbx: { address: address.trim() } })}
        />
        <CredentialFields saving={saving} />
        {saving.problem === null ? null : <ErrorNote error={saving.problem} withoutRemedy />}
        <ConnectionTest />
        <PinnedCertificate />
      </Section>
      <Section>
        <Choice
          label={t('settings.connection.method')}
          help={t('settings.connection.methodHelp')}
          value={pbx.method}
          options={[
            { value: 'auto', label: t('settings.connection.methodAuto') },
            { value: 'POST', label: 'POST' },
            { value: 'PUT', label: 'PUT' },
          ]}
          onChange={(method) => void saving.inGroup(saveSettings({ pbx: { method } }))}
        />
        <SavedField
          ltr
          label={t('settings.connection.eventTimeZone')}
          help={t('settings.connection.eventTimeZoneHelp')}
          value={pbx.eventTimeZone}
          validate={zone}
          onSave={(eventTimeZone) => saving.field({ pbx: { eventTimeZone: eventTimeZone.trim() } })}
        />
        <SavedField
          ltr
          label={t('settings.connection.reportTimeZone')}
          help={t('settings.connection.reportTimeZoneHelp')}
          value={pbx.reportTimeZone}
          validate={zone}
          onSave={(reportTimeZone) => saving.field({ pbx: { reportTimeZone: reportTimeZone.trim() } })}
        />
        <Toggle
          label={t('settings.connection.allowPlainHttp')}
          help={t('settings.connection.allowPlainHttpHelp')}
          isSelected={pbx.allowPlainHttp}
          onChange={(allowPlainHttp) => void saving.inGroup(saveSettings({ pbx: { allowPlainHttp } }))}
        />
      </Section>
    </>
  );
}

function PinnedCertificate() {
  const { t } = useWords();
  const pinned = useSnapshot((state) => state.settings.pbx.pinnedCertificate);
  if (pinned === null) return null;
  return (
    <Section
      title={t('settings.connection.certificate')}
      lead={t('settings.connection.certificatePinned', { subject: pinned.subject })}
    >
      <Fingerprint value={pinned.fingerprint256} />
    </Section>
  );
}
