import { destinationKind } from '../../../shared/domain/destination.ts';
import type { IdentitySettings as Identity } from '../../../shared/settings/schema.ts';
import { useSnapshot } from '../../stores/app-state.ts';
import { useWords } from '../../text/use-words.ts';
import { isCountryCode, isDialString, isPbxWord, toCountryCode, toDialString, toNames } from '../../typed-values.ts';
import { SavedField } from '../../ui/saved-field.tsx';
import { NumberSetting } from './number-setting.tsx';
import { Section } from './section.tsx';
import { SettingItem } from './setting-item.tsx';
import { type Saving, useSaving } from './use-saving.ts';

interface PartProps {
  readonly identity: Identity;
  readonly field: Saving['field'];
}

export function IdentitySettings() {
  const { t, digits } = useWords();
  const identity = useSnapshot((state) => state.settings.identity);
  const { field } = useSaving();
  return (
    <>
      <Section of={['identity.caller', 'identity.callerId']}>
        <SettingItem of="identity.caller">
          {(words) => (
            <SavedField
              {...words}
              ltr
              numeric
              value={digits(identity.caller)}
              validate={(value) => (isDialString(value) ? null : t('settings.identity.callerInvalid'))}
              onSave={(value) => field({ identity: { caller: toDialString(value) } })}
            />
          )}
        </SettingItem>
        <SettingItem of="identity.callerId">
          {(words) => (
            <SavedField
              {...words}
              ltr
              value={identity.callerId}
              validate={(value) => (isPbxWord(value) ? null : t('settings.identity.wordInvalid'))}
              onSave={(callerId) => field({ identity: { callerId: callerId.trim() } })}
            />
          )}
        </SettingItem>
      </Section>
      <OutgoingCalls identity={identity} field={field} />
      <Times identity={identity} field={field} />
    </>
  );
}

function OutgoingCalls({ identity, field }: PartProps) {
  const { t } = useWords();
  const trunkNeeded = identity.caller !== '' && destinationKind(identity.caller) === 'outside';
  const word = (value: string) => (isPbxWord(value) ? null : t('settings.identity.wordInvalid'));
  return (
    <Section
      title={t('settings.identity.outgoing')}
      of={['identity.dialplanContext', 'identity.trunkName', 'identity.favouriteTrunks', 'identity.countryCode']}
    >
      <SettingItem of="identity.dialplanContext">
        {(words) => (
          <SavedField
            {...words}
            ltr
            value={identity.dialplanContext}
            validate={word}
            onSave={(value) => field({ identity: { dialplanContext: value.trim() } })}
          />
        )}
      </SettingItem>
      <SettingItem of="identity.trunkName">
        {({ label, help }) => (
          <SavedField
            ltr
            label={label}
            help={trunkNeeded && identity.trunkName === '' ? t('settings.identity.trunkRequired') : help}
            value={identity.trunkName}
            validate={word}
            onSave={(trunkName) => field({ identity: { trunkName: trunkName.trim() } })}
          />
        )}
      </SettingItem>
      <SettingItem of="identity.favouriteTrunks">
        {(words) => (
          <SavedField
            {...words}
            ltr
            value={identity.favouriteTrunks.join(', ')}
            validate={(text) => {
              const names = toNames(text);
              return names.length <= 32 && names.every(isPbxWord) ? null : t('settings.identity.wordInvalid');
            }}
            onSave={(text) => field({ identity: { favouriteTrunks: toNames(text) } })}
          />
        )}
      </SettingItem>
      <SettingItem of="identity.countryCode">
        {(words) => (
          <SavedField
            {...words}
            ltr
            numeric
            short
            value={identity.countryCode}
            validate={(value) => (isCountryCode(value) ? null : t('settings.identity.countryCodeInvalid'))}
            onSave={(value) => field({ identity: { countryCode: toCountryCode(value) } })}
          />
        )}
      </SettingItem>
    </Section>
  );
}

function Times({ identity, field }: PartProps) {
  const { t } = useWords();
  return (
    <Section title={t('settings.identity.times')} of={['identity.timeoutSeconds', 'identity.callLimitSeconds']}>
      <SettingItem of="identity.timeoutSeconds">
        {(words) => (
          <NumberSetting
            {...words}
            optional
            invalid={t('settings.identity.timeoutInvalid')}
            range={[5, 300]}
            value={identity.timeoutSeconds}
            onSave={(timeoutSeconds) => field({ identity: { timeoutSeconds } })}
          />
        )}
      </SettingItem>
      <SettingItem of="identity.callLimitSeconds">
        {(words) => (
          <NumberSetting
            {...words}
            optional
            invalid={t('settings.identity.callLimitInvalid')}
            range={[10, 86_400]}
            value={identity.callLimitSeconds}
            onSave={(callLimitSeconds) => field({ identity: { callLimitSeconds } })}
          />
        )}
      </SettingItem>
    </Section>
  );
}
