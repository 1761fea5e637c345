import type { DialerError } from '../../../shared/errors.ts';
import type { ConnectionChecks } from '../../../shared/ipc/check-schema.ts';
import { useWords } from '../../text/use-words.ts';
import { bindClasses } from '../../ui/class-names.ts';
import { NumberText } from '../../ui/number-text.tsx';
import { Sentence } from '../../ui/sentence.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { ErrorNote } from '../failure/error-note.tsx';
import { CertificateCheck } from './certificate-check.tsx';
import { CallMyself } from './connection-test-call.tsx';
import styles from './connection-test-checklist.module.css';
import { CheckLine } from './connection-test-line.tsx';
import type { ConnectionTestRun } from './connection-test-run.ts';
import { ServicesLine } from './connection-test-services.tsx';

const cx = bindClasses(styles);

/** What a run of the checks has found out so far, a line for each step; a failure has its words and its next step at its line. */
export function ConnectionChecklist({ run }: { readonly run: ConnectionTestRun }) {
  const { t } = useWords();
  const { checks } = run;
  return (
    <>
      <VisuallyHidden live="polite">{run.underWay ? t('settings.connection.testing') : summary()}</VisuallyHidden>
      {checks === null ? null : (
        <ol className={cx('list')} aria-label={t('check.label')}>
          <ReachLine reach={checks.reach} onTrusted={run.start} />
          <SimotelLine simotel={checks.simotel} />
          <AccountLine account={checks.account} />
          <ServicesLine services={checks.services} />
          <CallMyself possible={checks.account.state === 'passed'} />
        </ol>
      )}
    </>
  );

  function summary(): string | null {
    if (checks === null) return null;
    return t(`check.summary.${run.passed ? 'passed' : 'failed'}`);
  }
}

function ReachLine({
  reach,
  onTrusted,
}: {
  readonly reach: ConnectionChecks['reach'];
  readonly onTrusted: () => void;
}) {
  const { t } = useWords();
  const name = t('check.line.reach');
  if (reach.state === 'passed') {
    const detail = (
      <Sentence
        text={t(`check.reached.${reach.encryption}`, { skipInterpolation: true })}
        parts={{ host: <NumberText>{reach.host}</NumberText> }}
      />
    );
    return <CheckLine name={name} state="passed" detail={detail} ms={reach.ms} />;
  }
  return (
    <CheckLine name={name} state={reach.state}>
      {reach.state === 'failed' ? <ErrorNote error={reach.error} withoutRemedy /> : null}
      {reach.state === 'failed' && isUnknownCertificate(reach.error) ? (
        <CertificateCheck onTrusted={onTrusted} />
      ) : null}
    </CheckLine>
  );
}

function SimotelLine({ simotel }: { readonly simotel: ConnectionChecks['simotel'] }) {
  const { t } = useWords();
  const name = t('check.line.simotel');
  if (simotel.state === 'passed') {
    return <CheckLine name={name} state="passed" detail={t('check.answers')} ms={simotel.ms} />;
  }
  return (
    <CheckLine name={name} state={simotel.state}>
      {simotel.state === 'failed' ? <ErrorNote error={simotel.error} withoutRemedy /> : null}
    </CheckLine>
  );
}

function AccountLine({ account }: { readonly account: ConnectionChecks['account'] }) {
  const { t } = useWords();
  const name = t('check.line.account');
  if (account.state === 'passed') {
    return (
      <CheckLine name={name} state="passed" detail={t('check.accepted')}>
        {account.pingDenied === null ? null : <ErrorNote tone="wait" error={account.pingDenied} withoutRemedy />}
      </CheckLine>
    );
  }
  return (
    <CheckLine name={name} state={account.state}>
      {account.state === 'failed' ? <ErrorNote error={account.error} withoutRemedy /> : null}
    </CheckLine>
  );
}

function isUnknownCertificate(error: DialerError): boolean {
  if (error.code === 'pbx-certificate-changed') return true;
  return error.code === 'pbx-bad-certificate' && (error.reason === 'self-signed' || error.reason === 'untrusted');
}
