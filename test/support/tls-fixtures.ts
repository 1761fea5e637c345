import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type * as Tls from 'node:tls';

/**
 * Certificates made once with openssl for the key `test-only.key`. `trusted`, `expired` and `wrong-host` are signed by
 * `authority`, whose own key was thrown away; `self-signed` and `replaced` by themselves. All but `expired` last until 2120.
 */
export type CertificateName = 'authority' | 'trusted' | 'expired' | 'wrong-host' | 'self-signed' | 'replaced';

export function certificatePem(name: CertificateName): string {
  return readFileSync(new URL(`./tls/${name}.pem`, import.meta.url), 'utf8');
}

export function serverTls(name: CertificateName): { readonly key: string; readonly cert: string } {
  const key = readFileSync(new URL('./tls/test-only.key', import.meta.url), 'utf8');
  return { key, cert: certificatePem(name) };
}

/** In the form settings keep. */
export function pinOf(name: CertificateName): { fingerprint256: string; pem: string; subject: string } {
  const pem = certificatePem(name);
  return { pem, fingerprint256: new X509Certificate(pem).fingerprint256, subject: `${name}.test` };
}

/**
 * Lets this process trust the test authority where it would trust the usual ones, as if it were installed on the
 * computer; returns the way back. Node takes extra authorities only when it starts, so its own function is wrapped.
 */
export function trustTestAuthority(): () => void {
  const tls = createRequire(import.meta.url)('node:tls') as { createSecureContext: typeof Tls.createSecureContext };
  const original = tls.createSecureContext;
  const authority = certificatePem('authority');
  tls.createSecureContext = (options) => original({ ...options, ca: options?.ca ?? [authority] });
  return () => {
    tls.createSecureContext = original;
  };
}
