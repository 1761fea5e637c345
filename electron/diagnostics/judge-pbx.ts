import type { ProbedService } from '../../shared/domain/probed-service.ts';
import type { AppState } from '../../shared/ipc/app-state-schema.ts';
import type { ConnectionChecks, ServiceCheck } from '../../shared/ipc/check-schema.ts';
import { broken, checking, doubtful, failedBy, fine, type Judgement, notReached, unseen } from './finding.ts';

export function judgeAddress({ reach }: Pick<ConnectionChecks, 'reach'>): Judgement {
  if (reach.state === 'passed') return fine(`address-${reach.encryption}`, { host: reach.host, ms: reach.ms });
  return reach.state === 'failed' ? failedBy(reach.error) : checking;
}

export function judgeSimotel({ simotel }: Pick<ConnectionChecks, 'simotel'>): Judgement {
  if (simotel.state === 'passed') return fine('simotel-answers', { ms: simotel.ms });
  if (simotel.state === 'failed') return failedBy(simotel.error);
  return simotel.state === 'skipped' ? notReached : checking;
}

export function judgeAccount({ account }: Pick<ConnectionChecks, 'account'>): Judgement {
  if (account.state === 'passed') return fine('account-accepted');
  if (account.state === 'failed') return failedBy(account.error);
  return account.state === 'skipped' ? notReached : checking;
}

/** Watching the connection needs it; calling does not. */
export function judgePingRight({ account }: Pick<ConnectionChecks, 'account'>): Judgement {
  if (account.state === 'passed') return account.pingDenied === null ? fine('right-allowed') : doubtful('right-denied');
  return account.state === 'waiting' || account.state === 'running' ? checking : notReached;
}

const rights: Readonly<Record<ServiceCheck['state'], Judgement>> = {
  waiting: checking,
  running: checking,
  allowed: fine('right-allowed'),
  denied: doubtful('right-denied'),
  missing: doubtful('right-missing'),
  unknown: unseen('right-unclear'),
  skipped: notReached,
};

export function judgeRight({ services }: Pick<ConnectionChecks, 'services'>, wanted: ProbedService): Judgement {
  return rights[services.find(({ service }) => service === wanted)?.state ?? 'skipped'];
}

/** No question proves it: only a call that the PBX accepted, or refused for want of the right. */
export function judgeCalls(known: {
  readonly denied: AppState['callsDenied'];
  readonly acceptedAtMs: number | null;
}): Judgement {
  if (known.denied !== null) return broken('calls-denied', { atMs: known.denied.atMs });
  return known.acceptedAtMs === null ? unseen('calls-unseen') : fine('calls-accepted', { atMs: known.acceptedAtMs });
}
