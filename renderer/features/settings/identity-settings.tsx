import { destinationKind } from '../../../shared/domain/destination.ts';
import { useSnapshot } from '../../stores/app-state.ts';
import { useWords } from '../../text/use-words.ts';
import { SavedField } from '../../ui/saved-field.tsx';
import { NumberSetting } from './number-setting.tsx';
import { Section } from './section.tsx';
import { useSaving } from './use-saving.ts';
import { isCountryCode, isDialString, toCountryCode, toDialString } from './validate.ts';

export function IdentitySettings() {
  const { t } = useWords();
  const identity = useSnapshot((state) => state.settings.identity);
  const { field } = useSaving();
  const trunkNeeded = identity.caller !== '' && destinationKind(identity.caller) === 'outside';
  return (
    <>
      <Section>
        <SavedField
          ltr
          numeric
          label={t('settings.identity.caller')}
          help={t('settings.identity.callerHelp')}
          value={identity.caller}
          validate={(value) => (isDialString(value) ? null : t('settings.identity.callerInvalid'))}
          onSave={(value) => field({ identity: { caller: toDialString(value) } })}
        />
        <SavedField
          ltr
          label={t('settings.identity.callerId')}
          help={t('settings.identity.callerIdHelp')}
          value={identity.callerId}
          onSave={(callerId) => field({ identity: { callerId: callerId.trim() } })}
        />
      </Section>
      <Section>
        <SavedField
          ltr
          label={t('settings.identity.dialplanContext')}
          help={t('settings.identity.dialplanContextHelp')}
          value={identity.dialplanContext}
          onSave={(value) => field({ identity: { dialplanContext: value.trim() } })}
        />
        <SavedField
          ltr
          label={t('settings.identity.trunkName')}
          help={
            trunkNeeded && identity.trunkName === ''
              ? t('settings.identity.trunkRequired')
              : t('settings.identity.trunkNameHelp')
          }
          value={identity.trunkName}
          onSave={(trunkName) => field({ identity: { trunkName: trunkName.trim() } })}
        />
        <SavedField
          ltr
          numeric
          label={t('settings.identity.countryCode')}
          help={t('settings.identity.countryCodeHelp')}
          value={identity.countryCode}
          validate={(value) => (isCountryCode(value) ? null : t('settings.identity.countryCodeInvalid'))}
          onSave={(value) => field({ identity: { countryCode: toCountryCode(value) } })}
        />
      </Section>
      <Section>
        <NumberSetting
          optional
          label={t('settings.identity.timeout')}
          help={t('settings.identity.timeoutHelp')}
          invalid={t('settings.identity.timeoutInvalid')}
          range={[5, 300]}
          value={identity.timeoutSeconds}
          onSave={(timeoutSeconds) => field({ identity: { timeoutSeconds } })}
        />
        <NumberSetting
          optional
          label={t('settings.identity.callLimit')}
          help={t('settings.identity.callLimitHelp')}
          invalid={t('settings.identity.callLimitInvalid')}
          range={[10, 86_400]}
          value={identity.callLimitSeconds}
          onSave={(callLimitSeconds) => field({ identity: { callLimitSeconds } })}
        />
      </Section>
    </>
  );
}
