import { useEffect, useId, useState } from 'react';
import type { DialerError } from '../../../shared/errors.ts';
import type { CertificateFacts } from '../../../shared/ipc/pbx-contract.ts';
import { useSnapshot } from '../../stores/app-state.ts';
import { isFixed } from '../../stores/managed.ts';
import { readCertificate, trustCertificate } from '../../stores/settings.ts';
import { useWords } from '../../text/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { Facts } from '../../ui/facts.tsx';
import { ErrorNote } from '../failure/error-note.tsx';
import { Fingerprint } from './fingerprint.tsx';
import { ManagedMark } from './managed-mark.tsx';
import { Section } from './section.tsx';

type Reading =
  | { readonly kind: 'reading' }
  | { readonly kind: 'read'; readonly certificate: CertificateFacts }
  | { readonly kind: 'failed'; readonly error: DialerError };

const setting = 'pbx.pinnedCertificate';

/** Shows the certificate the PBX presents; a person compares it and takes the decision. */
export function CertificateCheck({ onTrusted }: { readonly onTrusted: () => void }) {
  const { t, fullDate } = useWords();
  const fixed = useSnapshot(({ managed }) => isFixed(managed, setting));
  const reasonId = useId();
  const [reading, setReading] = useState<Reading>({ kind: 'reading' });

  useEffect(() => {
    let gone = false;
    void readCertificate().then((answer) => {
      if (gone) return;
      setReading(answer.ok ? { kind: 'read', certificate: answer.value } : { kind: 'failed', error: answer.error });
    });
    return () => {
      gone = true;
    };
  }, []);

  if (reading.kind === 'reading') return null;
  if (reading.kind === 'failed') return <ErrorNote error={reading.error} withoutRemedy />;
  const { certificate } = reading;
  const trust = async () => {
    const answer = await trustCertificate(certificate.fingerprint256);
    if (answer.ok) onTrusted();
    else setReading({ kind: 'failed', error: answer.error });
  };
  return (
    <Section title={t('settings.connection.certificate')} lead={t('settings.connection.certificateHelp')}>
      <Fingerprint value={certificate.fingerprint256} />
      <Facts
        facts={[
          { name: t('settings.connection.certificateSubject'), value: <bdi>{certificate.subject}</bdi> },
          { name: t('settings.connection.certificateIssuer'), value: <bdi>{certificate.issuer}</bdi> },
          {
            name: t('settings.connection.certificateValid'),
            value: t('settings.connection.certificateRange', {
              from: fullDate(certificate.validFromMs),
              to: fullDate(certificate.validToMs),
            }),
          },
        ]}
      />
      {fixed ? (
        <ManagedMark of={setting} mode="locked" id={reasonId} />
      ) : (
        <div>
          <Button onPress={() => void trust()}>{t('settings.connection.certificateTrust')}</Button>
        </div>
      )}
    </Section>
  );
}
