import type { UpdateProblem, UpdateState } from '../../../shared/ipc/updates-contract.ts';
import { isolated } from '../../text/isolated.ts';
import type { Words } from '../../text/use-words.ts';

/** What is known of newer versions, in one or two sentences. */
export function updateWords(known: UpdateState, { t, clock }: Pick<Words, 't' | 'clock'>): string {
  switch (known.state) {
    case 'current':
      return t('updates.says.current', { time: clock(known.checkedAtMs) });
    case 'downloading':
    case 'ready':
      return t(`updates.says.${known.state}`, { version: isolated(known.version) });
    case 'failed': {
      const { kind, detail } = known.problem;
      const said = t(`updates.problem.${kind}`, { detail: isolated(detail ?? '?') });
      return `${said} ${t('updates.failedAt', { time: clock(known.checkedAtMs) })}`;
    }
    default:
      return t(`updates.says.${known.state}`);
  }
}

/** Why what was ready was not installed when the program ended, with what to do. */
export function notInstalledWords({ kind, detail }: UpdateProblem, { t }: Pick<Words, 't'>): string {
  return t(`updates.notInstalled.${kind === 'disk' || kind === 'damaged' ? kind : 'failed'}`, {
    detail: isolated(detail ?? '?'),
  });
}
