import { defaultSettings } from '../../../shared/settings/defaults.ts';
import type { PbxSettings } from '../../../shared/settings/schema.ts';
import { useSnapshot } from '../../stores/app-state.ts';
import { saveSettings } from '../../stores/settings.ts';
import { useWords } from '../../text/use-words.ts';
import { isTimeZone } from '../../typed-values.ts';
import { SavedField } from '../../ui/saved-field.tsx';
import { Toggle } from '../../ui/toggle.tsx';
import { ErrorNote } from '../failure/error-note.tsx';
import { Advanced } from './advanced.tsx';
import { ConnectionTest } from './connection-test.tsx';
import { CredentialFields } from './credential-fields.tsx';
import { Fingerprint } from './fingerprint.tsx';
import { ProfilesSettings } from './profiles-settings.tsx';
import { Section } from './section.tsx';
import { SettingChoice } from './setting-choice.tsx';
import { SettingItem } from './setting-item.tsx';
import { useSettingMode } from './setting-mode.ts';
import { useSaving } from './use-saving.ts';

export function ConnectionSettings() {
  const pbx = useSnapshot((state) => state.settings.pbx);
  const pinLocked = useSettingMode('pbx.pinnedCertificate') === 'locked';
  const saving = useSaving();
  return (
    <>
      <Section>
        <SettingItem of="pbx.address">
          {(words) => (
            <SavedField
              {...words}
              ltr
              value={pbx.address}
              onSave={(address) => saving.field({ pbx: { address: address.trim() } })}
            />
          )}
        </SettingItem>
        <CredentialFields saving={saving} />
        <SettingChoice
          of="pbx.method"
          value={pbx.method}
          onChange={(method) => void saving.inGroup(saveSettings({ pbx: { method } }))}
        />
        {saving.problem === null ? null : <ErrorNote error={saving.problem} withoutRemedy />}
        <SettingItem
          of="connection.test"
          inPlaceOf={pbx.pinnedCertificate === null && !pinLocked ? ['pbx.pinnedCertificate'] : []}
        >
          <ConnectionTest />
        </SettingItem>
      </Section>
      <PinnedCertificate />
      <AdvancedConnection pbx={pbx} />
      <ProfilesSettings />
    </>
  );
}

function AdvancedConnection({ pbx }: { readonly pbx: PbxSettings }) {
  const { t } = useWords();
  const saving = useSaving();
  const zone = (value: string) => (isTimeZone(value.trim()) ? null : t('settings.connection.zoneUnknown'));
  const { eventTimeZone, reportTimeZone, allowPlainHttp } = defaultSettings.pbx;
  const changed =
    pbx.eventTimeZone !== eventTimeZone ||
    pbx.reportTimeZone !== reportTimeZone ||
    pbx.allowPlainHttp !== allowPlainHttp;
  return (
    <Advanced names={['pbx.eventTimeZone', 'pbx.reportTimeZone', 'pbx.allowPlainHttp']} startOpen={changed}>
      <SettingItem of="pbx.eventTimeZone">
        {(words) => (
          <SavedField
            {...words}
            ltr
            value={pbx.eventTimeZone}
            validate={zone}
            onSave={(value) => saving.field({ pbx: { eventTimeZone: value.trim() } })}
          />
        )}
      </SettingItem>
      <SettingItem of="pbx.reportTimeZone">
        {(words) => (
          <SavedField
            {...words}
            ltr
            value={pbx.reportTimeZone}
            validate={zone}
            onSave={(value) => saving.field({ pbx: { reportTimeZone: value.trim() } })}
          />
        )}
      </SettingItem>
      <SettingItem of="pbx.allowPlainHttp">
        {(words) => (
          <Toggle
            {...words}
            isSelected={pbx.allowPlainHttp}
            onChange={(allowed) => void saving.inGroup(saveSettings({ pbx: { allowPlainHttp: allowed } }))}
          />
        )}
      </SettingItem>
      {saving.problem === null ? null : <ErrorNote error={saving.problem} withoutRemedy />}
    </Advanced>
  );
}

function PinnedCertificate() {
  const { t } = useWords();
  const pinned = useSnapshot((state) => state.settings.pbx.pinnedCertificate);
  const mode = useSettingMode('pbx.pinnedCertificate');
  if (mode === 'hidden' || (pinned === null && mode !== 'locked')) return null;
  return (
    <Section
      title={t('settings.connection.certificate')}
      lead={
        pinned === null
          ? t('settings.connection.certificateNone')
          : t('settings.connection.certificatePinned', { subject: pinned.subject })
      }
    >
      <SettingItem of="pbx.pinnedCertificate">
        {pinned === null ? null : <Fingerprint value={pinned.fingerprint256} />}
      </SettingItem>
    </Section>
  );
}
