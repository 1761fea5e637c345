import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { DialerError } from '../../../shared/errors.ts';
import { useChecks } from '../../stores/checks.ts';
import { beginDraft, rememberTested, type SetupDraft, useSetupDraft } from '../../stores/setup-draft.ts';
import { showSetupStep } from '../../stores/view.ts';
import { errorWords } from '../../text/error-words.ts';
import { useWords } from '../../text/use-words.ts';
import { isDialString } from '../../typed-values.ts';
import { Button } from '../../ui/button.tsx';
import { bindClasses } from '../../ui/class-names.ts';
import { ErrorNote } from '../failure/error-note.tsx';
import { ConnectionChecklist } from '../settings/connection-test-checklist.tsx';
import { useConnectionTest } from '../settings/connection-test-run.ts';
import styles from './connect.module.css';
import { ConnectFields } from './connect-fields.tsx';
import { isUsableCaller, saveAsTyped } from './save-draft.ts';
import { SetupPage } from './setup-page.tsx';

const cx = bindClasses(styles);

const toWelcome = () => showSetupStep('welcome');

/**
 * Where the PBX is, who we are to it, which phone is ours. Enter presses the filled button: the test until what is typed passed
 * it, then the way on. A `user:password@` in the address is taken apart by the main process.
 */
export function Connect() {
  const { t } = useWords();
  const draft = useSetupDraft((store) => store.draft);
  const tested = useSetupDraft((store) => store.tested);
  const [asked, setAsked] = useState<'nothing' | 'test' | 'save'>('nothing');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<{ readonly of: string; readonly error: DialerError } | null>(null);
  const addressRef = useRef<HTMLInputElement>(null);
  const callerRef = useRef<HTMLInputElement>(null);
  const checklistRef = useRef<HTMLDivElement>(null);
  useEffect(beginDraft, []);

  const address = draft?.address ?? '';
  const caller = draft?.caller ?? '';
  const addressMissing = address.trim() === '' ? t('setup.needAddress') : null;
  const callerProblem =
    caller.trim() === '' ? t('setup.needCaller') : isDialString(caller) ? null : t('settings.identity.callerInvalid');

  /** Answers what is saved, which is what stands in the form then; null: it cannot be saved. */
  const save = async (): Promise<SetupDraft | null> => {
    setFailure(null);
    const saved = await saveAsTyped();
    if (saved.ok) return saved.value;
    if (saved.error === null) addressRef.current?.focus();
    else setFailure({ of: useSetupDraft.getState().draft?.address ?? '', error: saved.error });
    return null;
  };
  const run = useConnectionTest(async () => {
    setAsked((before) => (before === 'nothing' ? 'test' : before));
    const saved = await save();
    if (saved === null) return false;
    rememberTested(saved);
    return true;
  });
  const finish = async () => {
    if (busy) return;
    setAsked('save');
    setBusy(true);
    const saved = await save();
    setBusy(false);
    if (saved !== null && isUsableCaller(saved.caller)) showSetupStep('events');
    else if (saved !== null) callerRef.current?.focus();
  };

  const current = draft === tested;
  const ready = current && run.passed;
  const { checks } = run;
  const myself = useChecks((store) => store.myself);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever is found out is brought into sight
  useEffect(() => checklistRef.current?.scrollIntoView({ block: 'nearest' }), [checks, myself]);

  if (draft === null) return null;
  const addressFailure =
    failure?.error.code === 'pbx-address-invalid' && failure.of === address ? errorWords(failure.error, t) : null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ready) void finish();
    else run.start();
  };
  return (
    <form onSubmit={submit} className={cx('form')}>
      <SetupPage
        step="connect"
        onBack={toWelcome}
        title={t('setup.connectTitle')}
        lead={t('setup.connectLead')}
        actions={
          <>
            <Button size="large" {...(ready ? { onPress: run.start } : { type: 'submit', look: 'primary' })}>
              {t('settings.connection.test')}
            </Button>
            <Button
              size="large"
              aria-disabled={busy}
              {...(ready ? { type: 'submit', look: 'primary' } : { onPress: () => void finish() })}
            >
              {t('setup.saveAndGo')}
            </Button>
          </>
        }
      >
        <ConnectFields
          draft={draft}
          addressRef={addressRef}
          callerRef={callerRef}
          addressProblem={
            addressFailure === null
              ? asked === 'nothing'
                ? null
                : addressMissing
              : `${addressFailure.message} ${addressFailure.nextStep}`
          }
          callerProblem={asked === 'save' ? callerProblem : null}
          asked={asked !== 'nothing'}
        />
        {failure === null || failure.error.code === 'pbx-address-invalid' ? null : (
          <ErrorNote error={failure.error} withoutRemedy />
        )}
        <div ref={checklistRef} className={cx('checklist')}>
          {current ? <ConnectionChecklist run={run} /> : null}
        </div>
      </SetupPage>
    </form>
  );
}
