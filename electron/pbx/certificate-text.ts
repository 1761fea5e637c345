import { X509Certificate } from 'node:crypto';

/** A certificate in the form in which it is kept and compared. */
export interface CertificateText {
  readonly fingerprint256: string;
  readonly pem: string;
  readonly subject: string;
}

export function certificateText(certificate: X509Certificate): CertificateText {
  const { fingerprint256, subject } = certificate;
  return { fingerprint256, pem: certificate.toString(), subject: onOneLine(subject) };
}

/** Out of a text that somebody wrote into a file; null: it is none. */
export function readCertificateText(pem: string): CertificateText | null {
  try {
    return certificateText(new X509Certificate(pem));
  } catch {
    return null;
  }
}

/** Node writes one part of the name a line. */
export function onOneLine(name: string | undefined): string {
  return (name ?? '').split('\n').join(', ').slice(0, 256);
}
