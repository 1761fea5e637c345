/** Why no whole HTTP answer came. What the PBX said in its answer is not a failure of this kind. */
export type FetchFailure =
  | { readonly kind: 'name-not-found' }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'connection-refused' }
  | { readonly kind: 'timeout'; readonly phase: 'connect' | 'answer' | 'body' }
  | { readonly kind: 'connection-lost' }
  | { readonly kind: 'bad-certificate'; readonly reason: CertificateProblem }
  | { readonly kind: 'certificate-changed'; readonly expectedFingerprint256: string }
  | { readonly kind: 'tls-failed' }
  | { readonly kind: 'redirected'; readonly status: number; readonly targetHost: string | null }
  | { readonly kind: 'not-http'; readonly text: string }
  | { readonly kind: 'malformed'; readonly status: number }
  | { readonly kind: 'too-large' }
  /** By whoever asked. */
  | { readonly kind: 'cancelled' };

export type CertificateProblem = 'self-signed' | 'untrusted' | 'expired' | 'wrong-host' | 'other';

/** How far the request had come when it failed. */
export interface Progress {
  readonly connected: boolean;
  /** Request bytes may have left this computer. */
  readonly sent: boolean;
  readonly secure: boolean;
  /** Of the answer, once its headers were read. */
  readonly status?: number;
}

const certificateProblems: ReadonlyMap<string, CertificateProblem> = new Map([
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'self-signed'],
  ['SELF_SIGNED_CERT_IN_CHAIN', 'untrusted'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'untrusted'],
  ['UNABLE_TO_GET_ISSUER_CERT', 'untrusted'],
  ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'untrusted'],
  ['CERT_UNTRUSTED', 'untrusted'],
  ['CERT_HAS_EXPIRED', 'expired'],
  ['CERT_NOT_YET_VALID', 'expired'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'wrong-host'],
  ['HOSTNAME_MISMATCH', 'wrong-host'],
  // The rest of Node's list of verification errors (`X509 certificate error codes` in its TLS documentation).
  ['CERT_CHAIN_TOO_LONG', 'other'],
  ['CERT_REJECTED', 'other'],
  ['CERT_REVOKED', 'other'],
  ['CERT_SIGNATURE_FAILURE', 'other'],
  ['CRL_HAS_EXPIRED', 'other'],
  ['CRL_NOT_YET_VALID', 'other'],
  ['CRL_SIGNATURE_FAILURE', 'other'],
  ['ERROR_IN_CERT_NOT_AFTER_FIELD', 'other'],
  ['ERROR_IN_CERT_NOT_BEFORE_FIELD', 'other'],
  ['INVALID_CA', 'other'],
  ['INVALID_PURPOSE', 'other'],
  ['PATH_LENGTH_EXCEEDED', 'other'],
  ['UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY', 'other'],
  ['UNABLE_TO_DECRYPT_CERT_SIGNATURE', 'other'],
  ['UNABLE_TO_GET_CRL', 'other'],
]);

const unreachableCodes: ReadonlySet<string> = new Set([
  'EHOSTUNREACH',
  'EHOSTDOWN',
  'ENETUNREACH',
  'ENETDOWN',
  'EADDRNOTAVAIL',
  'EACCES',
  'EPERM',
]);

/** What an error of node:http, node:https, node:tls or the HTTP parser means. */
export function networkFailure(problem: Error, progress: Progress): FetchFailure {
  const code = codeOf(problem);
  const certificateProblem = certificateProblems.get(code);
  if (certificateProblem !== undefined) {
    return { kind: 'bad-certificate', reason: certificateProblem };
  }
  if (code.startsWith('HPE_')) {
    return parserFailure(code, problem, progress);
  }
  if (code === 'ENOTFOUND' || code.startsWith('EAI_')) {
    return { kind: 'name-not-found' };
  }
  if (code === 'ECONNREFUSED') {
    return { kind: 'connection-refused' };
  }
  if (code === 'ETIMEDOUT' || code === 'ERR_SOCKET_CONNECTION_TIMEOUT') {
    return { kind: 'timeout', phase: progress.connected ? 'answer' : 'connect' };
  }
  if (unreachableCodes.has(code)) {
    return { kind: 'unreachable' };
  }
  const handshaking = progress.secure && progress.connected && !progress.sent;
  return handshaking || code === 'EPROTO' || code.startsWith('ERR_SSL_') || code.startsWith('ERR_TLS_')
    ? { kind: 'tls-failed' }
    : { kind: 'connection-lost' };
}

function parserFailure(code: string, problem: Error, progress: Progress): FetchFailure {
  if (code === 'HPE_HEADER_OVERFLOW') {
    return { kind: 'too-large' };
  }
  // The connection ended in the middle of the answer.
  if (code === 'HPE_INVALID_EOF_STATE') {
    return { kind: 'connection-lost' };
  }
  if (progress.status !== undefined) {
    return { kind: 'malformed', status: progress.status };
  }
  const packet = 'rawPacket' in problem && problem.rawPacket instanceof Uint8Array ? problem.rawPacket : null;
  if (packet !== null && isTlsRecord(packet)) {
    return { kind: 'tls-failed' };
  }
  const text = Buffer.from(packet ?? []).toString('latin1');
  return text.startsWith('HTTP/') ? { kind: 'malformed', status: 0 } : { kind: 'not-http', text };
}

/** An alert or a handshake of version 3.x: what a TLS server says to a plain HTTP request. */
function isTlsRecord(packet: Uint8Array): boolean {
  return (packet[0] === 0x15 || packet[0] === 0x16) && packet[1] === 3;
}

/** Where several addresses of a name were tried in vain, Node wraps one error for each. */
function codeOf(problem: Error): string {
  const code = 'code' in problem && typeof problem.code === 'string' ? problem.code : '';
  if (code === '' && problem instanceof AggregateError) {
    const [first] = problem.errors;
    return first instanceof Error ? codeOf(first) : '';
  }
  return code;
}
