import { readStoredEvent } from '../../electron/call-events/call-event-wire.ts';
import { describeRequest } from '../../electron/call-events/event-description-wire.ts';
import { createCallJournal } from '../../electron/calls/call-journal.ts';
import { createRecordCallEvent } from '../../electron/calls/record-call-event.ts';
import { createCallRepository } from '../../electron/storage/calls/call-repository.ts';
import { createInbox } from '../../electron/storage/inbox.ts';
import type { Call } from '../../shared/domain/call.ts';
import type { TemporaryDatabase } from './temporary-database.ts';

export type EventFields = Readonly<Record<string, string | number>>;

/** When the calls of these tests begin. */
export const deskStartedAtMs = Date.UTC(2026, 0, 16, 8);

/** The way of an event from the socket's bytes to the call row, all real but for the socket. */
export function openEventDesk(
  database: Pick<TemporaryDatabase, 'connection' | 'reportUnreadableRow'>,
  publish: (call: Call) => void = () => undefined,
) {
  let own = { profile: 'main', agentNumber: '557' };
  const kept = createInbox({ ...database });
  const listed: number[] = [];
  const inbox: typeof kept = {
    ...kept,
    listNew(...query) {
      const events = kept.listNew(...query);
      listed.push(events.length);
      return events;
    },
  };
  const store = createCallRepository({ ...database });
  const fail = (problem: unknown) => {
    throw problem;
  };
  const journal = createCallJournal({ store, own: () => own, publish, onBug: fail });
  const worked: number[] = [];
  const record = createRecordCallEvent({
    inbox,
    store,
    journal,
    own: () => own,
    read: (event) => readStoredEvent(event, 'UTC'),
    onWorked: ({ id }) => void worked.push(id),
    onBug: (_stored, problem) => fail(problem),
  });
  return {
    /** As if the agent had changed to another profile, whose history is its own. */
    switchTo: (profile: string) => {
      own = { ...own, profile };
    },
    inbox,
    store,
    record,
    /** The ids of what was worked on, as often as it was. */
    worked,
    /** How many new ones the inbox gave at a time. */
    listed,
    begin: (call: Call) => journal.begin(call),
    /** Keeps the moment at which it was received, `secondsIn` after the start, however late it is worked on. */
    async receive(fields: EventFields, secondsIn: number) {
      const { raw } = describeRequest({
        profile: own.profile,
        receivedAtMs: deskStartedAtMs + secondsIn * 1000,
        pathName: null,
        encoding: 'json',
        body: Buffer.from(JSON.stringify(fields)),
      });
      const stored = await inbox.append(raw);
      if (stored !== null) record.work(stored);
    },
  };
}
