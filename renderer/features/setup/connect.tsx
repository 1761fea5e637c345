import { ArrowLeft } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import type { DialerError } from '../../../shared/errors.ts';
import { useSnapshot } from '../../stores/app-state.ts';
import { saveCredentials, saveSettings } from '../../stores/settings.ts';
import { showSetupStep } from '../../stores/view.ts';
import { errorWords } from '../../text/error-words.ts';
import { useWords } from '../../text/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { bindClasses } from '../../ui/class-names.ts';
import { Field } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { ConnectionTest } from '../settings/connection-test.tsx';
import { ErrorNote } from '../settings/error-note.tsx';
import { isDialString, toDialString } from '../settings/validate.ts';
import styles from './connect.module.css';
import { SetupPage } from './setup-page.tsx';

const cx = bindClasses(styles);

interface Draft {
  readonly address: string;
  readonly auth: 'basic' | 'token' | 'both';
  readonly user: string;
  readonly password: string;
  readonly token: string;
  readonly caller: string;
}

/** Where it is, who we are to it, which phone is ours. A `user:password@` in the address is taken apart by the main process. */
export function Connect() {
  const { t } = useWords();
  const settings = useSnapshot((state) => state.settings);
  const [draft, setDraft] = useState<Draft>(() => ({
    address: settings.pbx.address,
    auth: settings.pbx.auth,
    user: '',
    password: '',
    token: '',
    caller: settings.identity.caller,
  }));
  const [asked, setAsked] = useState<'nothing' | 'test' | 'save'>('nothing');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<DialerError | null>(null);
  const change = (part: Partial<Draft>) => setDraft((known) => ({ ...known, ...part }));

  const addressProblem = draft.address.trim() === '' ? t('setup.needAddress') : null;
  const callerProblem =
    draft.caller.trim() === ''
      ? t('setup.needCaller')
      : isDialString(draft.caller)
        ? null
        : t('settings.identity.callerInvalid');

  const save = async (): Promise<boolean> => {
    setAsked((before) => (before === 'nothing' ? 'test' : before));
    setFailure(null);
    if (addressProblem !== null) return false;
    const settingsSaved = await saveSettings({
      pbx: { address: draft.address.trim(), auth: draft.auth },
      ...(callerProblem === null ? { identity: { caller: toDialString(draft.caller) } } : {}),
    });
    if (!settingsSaved.ok) {
      setFailure(settingsSaved.error);
      return false;
    }
    const typed = {
      ...(draft.auth !== 'token' && draft.user !== '' ? { user: draft.user } : {}),
      ...(draft.auth !== 'token' && draft.password !== '' ? { password: draft.password } : {}),
      ...(draft.auth !== 'basic' && draft.token !== '' ? { token: draft.token } : {}),
    };
    if (Object.keys(typed).length === 0) return true;
    const credentialsSaved = await saveCredentials(typed);
    if (!credentialsSaved.ok) setFailure(credentialsSaved.error);
    return credentialsSaved.ok;
  };

  const finish = async (event: FormEvent) => {
    event.preventDefault();
    setAsked('save');
    setBusy(true);
    const saved = await save();
    setBusy(false);
    if (saved && callerProblem === null) showSetupStep('events');
  };

  const addressFailure = failure?.code === 'pbx-address-invalid' ? errorWords(failure, t) : null;
  return (
    <form onSubmit={(event) => void finish(event)} className={cx('form')}>
      <SetupPage
        title={t('setup.connectTitle')}
        lead={t('setup.connectLead')}
        back={
          <Button look="quiet" onPress={() => showSetupStep(null)}>
            <Icon of={ArrowLeft} mirrored />
            {t('action.back')}
          </Button>
        }
        actions={
          <Button type="submit" look="primary" size="large" isDisabled={busy}>
            {t('setup.saveAndGo')}
          </Button>
        }
      >
        <Field
          autoFocus
          ltr
          label={t('settings.connection.address')}
          help={t('settings.connection.addressHelp')}
          value={draft.address}
          problem={
            addressFailure !== null
              ? `${addressFailure.message} ${addressFailure.nextStep}`
              : asked === 'nothing'
                ? null
                : addressProblem
          }
          onChange={(address) => {
            change({ address });
            setFailure(null);
          }}
        />
        <Choice
          label={t('settings.connection.auth')}
          value={draft.auth}
          options={[
            { value: 'basic', label: t('settings.connection.authBasic') },
            { value: 'token', label: t('settings.connection.authToken') },
            { value: 'both', label: t('settings.connection.authBoth') },
          ]}
          onChange={(auth) => change({ auth })}
        />
        {draft.auth === 'token' ? null : (
          <>
            <Field
              ltr
              label={t('settings.connection.user')}
              help={t('settings.connection.userHelp')}
              value={draft.user}
              onChange={(user) => change({ user })}
            />
            <Field
              ltr
              type="password"
              label={t('settings.connection.password')}
              value={draft.password}
              onChange={(password) => change({ password })}
            />
          </>
        )}
        {draft.auth === 'basic' ? null : (
          <Field
            ltr
            type="password"
            label={t('settings.connection.token')}
            help={t('settings.connection.tokenHelp')}
            value={draft.token}
            onChange={(token) => change({ token })}
          />
        )}
        <Field
          ltr
          inputMode="numeric"
          label={t('settings.identity.caller')}
          help={t('settings.identity.callerHelp')}
          value={draft.caller}
          problem={asked === 'save' ? callerProblem : null}
          onChange={(caller) => change({ caller })}
        />
        {failure === null || addressFailure !== null ? null : <ErrorNote error={failure} withoutRemedy />}
        <ConnectionTest prepare={save} />
      </SetupPage>
    </form>
  );
}
