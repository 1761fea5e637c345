import type { CallEvent } from '../../shared/domain/call-event.ts';
import type { Inbox, ReadStoredEvent, StoredEvent } from './ports.ts';

/** An event of a call that was not known to be ours when it came in. */
export interface EarlierEvent {
  readonly stored: StoredEvent;
  readonly event: CallEvent;
}

/** What the inbox still holds of a call that turned out to be ours. */
export function createEarlierEvents(inbox: Pick<Inbox, 'listIgnored'>, read: ReadStoredEvent) {
  return (profile: string, pbxCallIds: readonly string[]): readonly EarlierEvent[] =>
    pbxCallIds.flatMap((pbxCallId) =>
      inbox.listIgnored(profile, pbxCallId).flatMap((stored) => {
        const told = read(stored);
        return told.kind === 'call' ? [{ stored, event: told.event }] : [];
      }),
    );
}

export type EarlierEvents = ReturnType<typeof createEarlierEvents>;
