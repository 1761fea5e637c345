import type { CallJournal } from './call-journal.ts';
import type { CallStore, Clock } from './ports.ts';

/**
 * Takes over what an earlier run left behind: a request whose answer that run never saw is unknown (the phone may ring, it is not
 * sent again). Once at start and for each profile, before anything is shown of it.
 */
export function createResumeCalls(deps: {
  readonly store: Pick<CallStore, 'listUnfinished'>;
  readonly journal: CallJournal;
  readonly clock: Clock;
}) {
  return (profile: string): void => {
    for (const call of deps.store.listUnfinished(profile)) {
      if (call.outcome !== 'pending') continue;
      deps.journal.apply(call, {
        kind: 'originate-outcome',
        outcome: 'unknown',
        originatedCallId: null,
        message: 'interrupted',
        atMs: deps.clock(),
      });
    }
  };
}
