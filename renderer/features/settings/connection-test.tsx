import { CircleCheck } from 'lucide-react';
import { useState } from 'react';
import type { DialerError } from '../../../shared/errors.ts';
import { testConnection } from '../../stores/settings.ts';
import { useWords } from '../../text/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { bindClasses } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { CertificateCheck } from './certificate-check.tsx';
import styles from './connection-test.module.css';
import { ErrorNote } from './error-note.tsx';

const cx = bindClasses(styles);

type Outcome =
  | { readonly kind: 'none' | 'asking' }
  | { readonly kind: 'reached'; readonly host: string; readonly ms: number }
  | { readonly kind: 'failed'; readonly error: DialerError };

export interface ConnectionTestProps {
  /** Saves what is still only typed; false when that did not work and there is nothing to test. */
  readonly prepare?: () => Promise<boolean>;
}

/** Asks the PBX and says in words what came of it; a certificate nobody knows can be compared and trusted here. */
export function ConnectionTest({ prepare }: ConnectionTestProps) {
  const { t, digits } = useWords();
  const [outcome, setOutcome] = useState<Outcome>({ kind: 'none' });
  const asking = outcome.kind === 'asking';

  const test = async () => {
    setOutcome({ kind: 'asking' });
    if (prepare !== undefined && !(await prepare())) {
      setOutcome({ kind: 'none' });
      return;
    }
    const answer = await testConnection();
    setOutcome(
      answer.ok
        ? { kind: 'reached', host: answer.value.host, ms: Math.round(answer.value.roundTripMs) }
        : { kind: 'failed', error: answer.error },
    );
  };

  return (
    <div className={cx('test')}>
      <div className={cx('line')}>
        <Button isDisabled={asking} onPress={() => void test()}>
          {t('settings.connection.test')}
        </Button>
        <span role="status" className={cx('answer')}>
          {asking ? t('settings.connection.testing') : null}
          {outcome.kind === 'reached' ? (
            <span className={cx('reached')}>
              <Icon of={CircleCheck} />
              {t('setup.reached', { host: outcome.host, ms: digits(String(outcome.ms)) })}
            </span>
          ) : null}
        </span>
      </div>
      {outcome.kind === 'failed' ? <ErrorNote error={outcome.error} withoutRemedy /> : null}
      {outcome.kind === 'failed' && isUnknownCertificate(outcome.error) ? (
        <CertificateCheck onTrusted={() => void test()} />
      ) : null}
    </div>
  );
}

function isUnknownCertificate(error: DialerError): boolean {
  if (error.code === 'pbx-certificate-changed') return true;
  return error.code === 'pbx-bad-certificate' && (error.reason === 'self-signed' || error.reason === 'untrusted');
}
