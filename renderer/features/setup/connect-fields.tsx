import type { Ref } from 'react';
import { changeDraft, type SetupDraft } from '../../stores/setup-draft.ts';
import { useWords } from '../../text/use-words.ts';
import { Choice } from '../../ui/choice.tsx';
import { bindClasses } from '../../ui/class-names.ts';
import { Field } from '../../ui/field.tsx';
import styles from './connect-fields.module.css';
import { SecretsKept } from './secrets-kept.tsx';

const cx = bindClasses(styles);

export interface ConnectFieldsProps {
  readonly draft: SetupDraft;
  readonly addressProblem: string | null;
  readonly callerProblem: string | null;
  readonly addressRef: Ref<HTMLInputElement>;
  readonly callerRef: Ref<HTMLInputElement>;
}

/** Three things: the address, the account, the own phone. */
export function ConnectFields({ draft, addressProblem, callerProblem, addressRef, callerRef }: ConnectFieldsProps) {
  const { t } = useWords();
  const withUser = draft.auth !== 'token';
  const withToken = draft.auth !== 'basic';
  return (
    <>
      <Field
        autoFocus
        ltr
        inputRef={addressRef}
        label={t('settings.connection.address')}
        help={t('setup.addressHelp')}
        value={draft.address}
        problem={addressProblem}
        onChange={(address) => changeDraft({ address })}
      />
      <Choice
        label={t('settings.connection.auth')}
        help={t('setup.accountHelp')}
        value={draft.auth}
        options={[
          { value: 'basic', label: t('settings.connection.authBasic') },
          { value: 'token', label: t('settings.connection.authToken') },
          { value: 'both', label: t('settings.connection.authBoth') },
        ]}
        onChange={(auth) => changeDraft({ auth })}
      />
      {withUser ? (
        <div className={cx('pair')}>
          <Field
            ltr
            label={t('settings.connection.user')}
            value={draft.user}
            onChange={(user) => changeDraft({ user })}
          />
          <Field
            ltr
            type="password"
            label={t('settings.connection.password')}
            value={draft.password}
            onChange={(password) => changeDraft({ password })}
          />
        </div>
      ) : null}
      {withToken ? (
        <Field
          ltr
          type="password"
          label={t('settings.connection.token')}
          value={draft.token}
          onChange={(token) => changeDraft({ token })}
        />
      ) : null}
      <SecretsKept />
      <Field
        ltr
        inputMode="numeric"
        inputRef={callerRef}
        label={t('settings.identity.caller')}
        help={t('setup.callerHelp')}
        value={draft.caller}
        problem={callerProblem}
        onChange={(caller) => changeDraft({ caller })}
      />
    </>
  );
}
