import type { Ref, RefObject } from 'react';
import { useSnapshot } from '../../stores/app-state.ts';
import { changeDraft, type SetupDraft } from '../../stores/setup-draft.ts';
import { useWords } from '../../text/use-words.ts';
import { Choice } from '../../ui/choice.tsx';
import { bindClasses } from '../../ui/class-names.ts';
import { Field } from '../../ui/field.tsx';
import styles from './connect-fields.module.css';
import { OwnPhoneField } from './own-phone-field.tsx';
import { SecretsKept } from './secrets-kept.tsx';

const cx = bindClasses(styles);

export interface ConnectFieldsProps {
  readonly draft: SetupDraft;
  readonly addressProblem: string | null;
  readonly callerProblem: string | null;
  /** The form was sent: what is missing is said at its field. */
  readonly asked: boolean;
  readonly addressRef: Ref<HTMLInputElement>;
  readonly callerRef: RefObject<HTMLInputElement | null>;
}

/** Three things: the address, the account, the own phone. */
export function ConnectFields(props: ConnectFieldsProps) {
  const { draft, addressProblem, callerProblem, asked, addressRef, callerRef } = props;
  const { t } = useWords();
  const credentials = useSnapshot((state) => state.credentials);
  // An address may carry the user and the password.
  const inAddress = draft.address.includes('@');
  const missing = (typed: string, isSet: boolean, words: string) => (asked && typed === '' && !isSet ? words : null);
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
            problem={missing(draft.user, credentials.hasUser || inAddress, t('settings.connection.needUser'))}
            onChange={(user) => changeDraft({ user })}
          />
          <Field
            ltr
            type="password"
            label={t('settings.connection.password')}
            value={draft.password}
            problem={missing(
              draft.password,
              credentials.hasPassword || inAddress,
              t('settings.connection.needPassword'),
            )}
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
          problem={missing(
            draft.token,
            credentials.hasToken,
            t(draft.auth === 'both' ? 'settings.connection.needTokenToo' : 'settings.connection.needToken'),
          )}
          onChange={(token) => changeDraft({ token })}
        />
      ) : null}
      <SecretsKept />
      <OwnPhoneField value={draft.caller} problem={callerProblem} inputRef={callerRef} />
    </>
  );
}
