import { type OthersKnown, type OthersRecord, signOfOthers } from '../../shared/domain/missed/others-sign.ts';
import type { Inbox, InboxState, OthersCalls, ReadStoredEvent, StoredEvent } from '../calls/ports.ts';
import { unlessFailing } from '../calls/ports.ts';

/**
 * Follows what the PBX tells of calls that never came to the agent's phone: that a colleague talked with somebody, or that nobody took
 * a call out of a queue of the agent.
 */
export function createFollowOthersCalls(deps: {
  readonly inbox: Inbox;
  readonly read: ReadStoredEvent;
  readonly keep: OthersCalls;
  readonly known: () => OthersKnown;
  readonly onChange: () => void;
}): (stored: StoredEvent, state: InboxState) => void {
  const recordsOf = (profile: string, pbxCallId: string): readonly OthersRecord[] =>
    deps.inbox.listIgnored(profile, pbxCallId).flatMap((stored) => {
      const read = deps.read(stored);
      if (read.kind !== 'call' || read.event.kind !== 'call-record') return [];
      const { source, record, receivedAtMs } = read.event;
      return [{ source, record, receivedAtMs }];
    });
  return (stored, state) => {
    const read = deps.read(stored);
    if (state !== 'ignored' || read.kind !== 'call' || read.event.kind !== 'call-record') return;
    const { pbxCallId } = read.event;
    if (pbxCallId === null) return;
    const { profile } = stored;
    // All of its accounts together, so that their order does not matter.
    unlessFailing(undefined, () => {
      deps.keep.note(profile, pbxCallId, signOfOthers(recordsOf(profile, pbxCallId), deps.known()));
      deps.onChange();
    });
  };
}
