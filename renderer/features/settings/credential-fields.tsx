import { useSnapshot } from '../../stores/app-state.ts';
import { saveCredentials, saveSettings } from '../../stores/settings.ts';
import { useWords } from '../../text/use-words.ts';
import { Choice } from '../../ui/choice.tsx';
import { SecretField } from './secret-field.tsx';
import type { Saving } from './use-saving.ts';

/** How to sign in, with the fields that this way needs. */
export function CredentialFields({ saving }: { readonly saving: Saving }) {
  const { t } = useWords();
  const auth = useSnapshot((state) => state.settings.pbx.auth);
  const credentials = useSnapshot((state) => state.credentials);
  const save = (change: Parameters<typeof saveCredentials>[0]) => saving.inField(saveCredentials(change));
  return (
    <>
      <Choice
        label={t('settings.connection.auth')}
        help={t('settings.connection.authHelp')}
        value={auth}
        options={[
          { value: 'basic', label: t('settings.connection.authBasic') },
          { value: 'token', label: t('settings.connection.authToken') },
          { value: 'both', label: t('settings.connection.authBoth') },
        ]}
        onChange={(chosen) => void saving.inGroup(saveSettings({ pbx: { auth: chosen } }))}
      />
      {auth === 'token' ? null : (
        <>
          <SecretField
            readable
            label={t('settings.connection.user')}
            help={t('settings.connection.userHelp')}
            isSet={credentials.hasUser}
            onSave={(user) => save({ user })}
          />
          <SecretField
            label={t('settings.connection.password')}
            help={t('settings.connection.passwordHelp')}
            isSet={credentials.hasPassword}
            onSave={(password) => save({ password })}
          />
        </>
      )}
      {auth === 'basic' ? null : (
        <SecretField
          label={t('settings.connection.token')}
          help={t('settings.connection.tokenHelp')}
          isSet={credentials.hasToken}
          onSave={(token) => save({ token })}
        />
      )}
    </>
  );
}
