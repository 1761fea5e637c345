import type { OpenFollowUp } from '../../shared/domain/after-call/follow-up.ts';
import type { DeskNotification } from './notification-model.ts';

interface Group {
  readonly callIds: readonly string[];
  readonly notification: DeskNotification;
}

/**
 * What is to be said of follow-ups that are due. Those that are found due together, as at the start, are one piece of news; it stays as it
 * was said until the last of them is done or put off.
 */
export function createFollowUpNews(): (
  due: readonly OpenFollowUp[],
  nameOf: (number: string) => string,
) => readonly DeskNotification[] {
  let groups: readonly Group[] = [];
  return (due, nameOf) => {
    const dueIds = new Set(due.map(({ callId }) => callId));
    const still = groups
      .map((group) => ({ ...group, callIds: group.callIds.filter((id) => dueIds.has(id)) }))
      .filter(({ callIds }) => callIds.length > 0);
    const told = new Set(still.flatMap(({ callIds }) => callIds));
    const fresh = due.filter(({ callId }) => !told.has(callId));
    const [first] = fresh;
    groups =
      first === undefined
        ? still
        : [...still, { callIds: fresh.map(({ callId }) => callId), notification: newsOf(first, fresh.length, nameOf) }];
    return groups.map(({ notification }) => notification);
  };
}

function newsOf(
  { callId, number, note, atMs }: OpenFollowUp,
  count: number,
  nameOf: (number: string) => string,
): DeskNotification {
  return {
    // Put off and due again it is news again.
    key: `follow-up ${callId} ${atMs}`,
    kind: 'followUp',
    callId,
    number,
    name: number === '' ? '' : nameOf(number),
    note,
    others: count - 1,
  };
}
