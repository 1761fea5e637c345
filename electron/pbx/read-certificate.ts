import type { X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
import { connect } from 'node:tls';
import type { CertificateFacts } from '../../shared/ipc/pbx-contract.ts';
import { certificateText, onOneLine } from './certificate-text.ts';
import { type FetchFailure, networkFailure } from './network-failure.ts';

export type CertificateAnswer =
  | { readonly ok: true; readonly certificate: CertificateFacts & { readonly pem: string } }
  | { readonly ok: false; readonly failure: FetchFailure };

/**
 * The certificate a server presents, for a person to compare. Nothing is verified, so nothing is sent either: the
 * connection closes as soon as the certificate is there.
 */
export function readPresentedCertificate(
  address: { readonly origin: string; readonly host: string },
  timeoutMs: number,
): Promise<CertificateAnswer> {
  const { hostname, port } = new URL(address.origin);
  const host = hostname.replace(/^\[|\]$/g, '');
  return new Promise((resolve) => {
    let connected = false;
    const socket = connect({
      host,
      port: Number(port === '' ? 443 : port),
      ...(isIP(host) === 0 ? { servername: host } : {}),
      rejectUnauthorized: false,
    });
    const settle = (answer: CertificateAnswer) => {
      clearTimeout(timer);
      socket.destroy();
      resolve(answer);
    };
    const timer = setTimeout(() => settle({ ok: false, failure: { kind: 'timeout', phase: 'connect' } }), timeoutMs);
    socket.once('connect', () => {
      connected = true;
    });
    socket.once('secureConnect', () => {
      const presented = socket.getPeerX509Certificate();
      settle(
        presented === undefined
          ? { ok: false, failure: { kind: 'tls-failed' } }
          : { ok: true, certificate: toCertificateFacts(address.host, presented) },
      );
    });
    socket.on('error', (problem) => {
      settle({ ok: false, failure: networkFailure(problem, { connected, sent: false, secure: true }) });
    });
    socket.once('close', () => settle({ ok: false, failure: { kind: 'tls-failed' } }));
  });
}

function toCertificateFacts(host: string, presented: X509Certificate): CertificateFacts & { readonly pem: string } {
  return {
    host,
    ...certificateText(presented),
    issuer: onOneLine(presented.issuer),
    validFromMs: Date.parse(presented.validFrom),
    validToMs: Date.parse(presented.validTo),
  };
}
