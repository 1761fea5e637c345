import { useSnapshot } from '../../stores/app-state.ts';
import { saveCredentials, saveSettings } from '../../stores/settings.ts';
import { useWords } from '../../text/use-words.ts';
import { SecretField } from './secret-field.tsx';
import { SettingChoice } from './setting-choice.tsx';
import { SettingItem } from './setting-item.tsx';
import type { SettingName } from './settings-catalogue.ts';
import type { Saving } from './use-saving.ts';

/** The fields that a way to sign in has no use for. */
const unused: Readonly<Record<'basic' | 'token' | 'both', readonly SettingName[]>> = {
  basic: ['credentials.token'],
  token: ['credentials.user', 'credentials.password'],
  both: [],
};

/** How to sign in, with the fields that this way needs. */
export function CredentialFields({ saving }: { readonly saving: Saving }) {
  const { t } = useWords();
  const auth = useSnapshot((state) => state.settings.pbx.auth);
  const credentials = useSnapshot((state) => state.credentials);
  const some = credentials.hasUser || credentials.hasPassword || credentials.hasToken;
  // While nothing at all is set, nobody has begun, and nothing is wrong yet.
  const missing = (isSet: boolean, words: string) => (some && !isSet && !credentials.locked ? words : null);
  const save = (change: Parameters<typeof saveCredentials>[0]) => saving.inField(saveCredentials(change));
  return (
    <>
      <SettingChoice
        of="pbx.auth"
        inPlaceOf={unused[auth]}
        value={auth}
        onChange={(chosen) => void saving.inGroup(saveSettings({ pbx: { auth: chosen } }))}
      />
      {auth === 'token' ? null : (
        <>
          <SettingItem of="credentials.user">
            {(words) => (
              <SecretField
                {...words}
                readable
                isSet={credentials.hasUser}
                missing={missing(credentials.hasUser, t('settings.connection.needUser'))}
                onSave={(user) => save({ user })}
              />
            )}
          </SettingItem>
          <SettingItem of="credentials.password">
            {(words) => (
              <SecretField
                {...words}
                isSet={credentials.hasPassword}
                missing={missing(credentials.hasPassword, t('settings.connection.needPassword'))}
                onSave={(password) => save({ password })}
              />
            )}
          </SettingItem>
        </>
      )}
      {auth === 'basic' ? null : (
        <SettingItem of="credentials.token">
          {(words) => (
            <SecretField
              {...words}
              isSet={credentials.hasToken}
              missing={missing(
                credentials.hasToken,
                t(auth === 'both' ? 'settings.connection.needTokenToo' : 'settings.connection.needToken'),
              )}
              onSave={(token) => save({ token })}
            />
          )}
        </SettingItem>
      )}
    </>
  );
}
