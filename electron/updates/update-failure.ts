import type { UpdateProblem } from '../../shared/ipc/updates-contract.ts';
import type { FetchFailure } from '../pbx/network-failure.ts';

/** For the way through a library whose failures are exceptions. */
export class UpdateFailure extends Error {
  readonly problem: UpdateProblem;

  constructor(kind: UpdateProblem['kind'], detail: string | null = null) {
    super(detail === null ? kind : `${kind} (${detail})`);
    this.problem = { kind, detail: detail?.slice(0, 255) ?? null };
  }
}

const kinds: Readonly<Record<FetchFailure['kind'], UpdateProblem['kind']>> = {
  'name-not-found': 'unreachable',
  unreachable: 'unreachable',
  'connection-refused': 'unreachable',
  'connection-lost': 'unreachable',
  cancelled: 'failed',
  timeout: 'slow',
  'bad-certificate': 'certificate',
  'certificate-changed': 'certificate',
  'tls-failed': 'certificate',
  redirected: 'redirected',
  'not-http': 'refused',
  malformed: 'refused',
  'too-large': 'too-large',
};

export function failedFetch(failure: FetchFailure): UpdateFailure {
  return new UpdateFailure(kinds[failure.kind], failure.kind === 'redirected' ? failure.targetHost : null);
}

export function problemOf(failure: unknown): UpdateProblem {
  if (failure instanceof UpdateFailure) return failure.problem;
  const code = failure instanceof Error && 'code' in failure ? String(failure.code) : '';
  const ofDisk = /^(?:ENOSPC|EDQUOT|EACCES|EPERM|EROFS|EIO|ENOENT)$/.test(code);
  return { kind: ofDisk ? 'disk' : 'failed', detail: code === '' ? null : code.slice(0, 255) };
}
