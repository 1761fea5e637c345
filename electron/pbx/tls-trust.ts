import { isIP } from 'node:net';
import type { ConnectionOptions, PeerCertificate } from 'node:tls';
import type { FetchFailure } from './network-failure.ts';

export interface PinnedCertificate {
  readonly fingerprint256: string;
  readonly pem: string;
}

/**
 * A pinned certificate is the only authority, and must be the presented one itself. Node never asks
 * `checkServerIdentity` when verification is switched off, so it stays on.
 */
export function tlsOptions(host: string, pinned: PinnedCertificate | null): ConnectionOptions {
  const servername = isIP(host) === 0 ? { servername: host } : {};
  if (pinned === null) {
    return { ...servername, rejectUnauthorized: true };
  }
  return {
    ...servername,
    rejectUnauthorized: true,
    ca: [pinned.pem],
    // So that a certificate of a private authority can be pinned without its issuer. Node before 20.18 does not know
    // this option; there only self-signed certificates can be pinned.
    allowPartialTrustChain: true,
    checkServerIdentity: (_host: string, presented: PeerCertificate) =>
      presented.fingerprint256 === pinned.fingerprint256 ? undefined : new ChangedCertificateError(),
  };
}

/** In the form of Node's own verification errors. */
class ChangedCertificateError extends Error {
  readonly code = 'CERT_REJECTED';

  constructor() {
    super('The certificate is not the pinned one');
  }
}

/** With a pin no other certificate is even considered, so Node reports just any kind of distrust. */
export function trustFailure(failure: FetchFailure, pinned: PinnedCertificate | null): FetchFailure {
  const changed = pinned !== null && failure.kind === 'bad-certificate' && failure.reason !== 'expired';
  return changed ? { kind: 'certificate-changed', expectedFingerprint256: pinned.fingerprint256 } : failure;
}
