// The listener of the program with its real storage, without a window. Says its port, then takes events until it is killed. Argument: the
// database. Who started it with a channel may ask it how it is.
import { readStoredEvent } from '../../electron/call-events/call-event-wire.ts';
import { createListener } from '../../electron/call-events/listener.ts';
import { createCallJournal } from '../../electron/calls/call-journal.ts';
import { createRecordCallEvent } from '../../electron/calls/record-call-event.ts';
import { createCallRepository } from '../../electron/storage/calls/call-repository.ts';
import { openDatabase } from '../../electron/storage/database.ts';
import { createInbox } from '../../electron/storage/inbox.ts';
import { answerHow } from './adversarial/self-watch.ts';

const [, , file = '', user = '', password = ''] = process.argv;
const opened = openDatabase(file);
if (!opened.ok) throw new Error(opened.error.detail);
const { connection } = opened.value;
// Checkpoints are the riskiest moments; with small ones there are many.
connection.exec('PRAGMA wal_autocheckpoint = 20');
const fail = (problem: unknown) => {
  throw problem;
};
const own = () => ({ profile: 'main', agentNumber: '557' });
const inbox = createInbox({ connection, reportUnreadableRow: fail });
const store = createCallRepository({ connection, reportUnreadableRow: fail });
const journal = createCallJournal({ store, own, publish: () => undefined, onBug: fail });
const record = createRecordCallEvent({
  inbox,
  store,
  journal,
  own,
  read: (event) => readStoredEvent(event, 'UTC'),
  onWorked: () => undefined,
  onBug: (_stored, problem) => fail(problem),
});
record.workLeftOver();
/** As a person or a time server that sets the clock. */
let clockAheadMs = 0;
const listener = createListener({
  inbox,
  onStored: record.work,
  trunkApi: { answer: () => null },
  profile: () => own().profile,
  clock: () => Date.now() + clockAheadMs,
  onStatus: () => undefined,
});
const here = { host: '127.0.0.1', path: '/simotel', allowFrom: ['127.0.0.1'], notFrom: [], user, password };
await listener.start({ ...here, port: 0 });
const port = listener.status().port ?? 0;
answerHow({
  connection,
  status: listener.status,
  setClockAhead: (ms) => {
    clockAheadMs = ms;
  },
  begin: journal.begin,
  listenAgain: async () => {
    await listener.stop();
    await listener.start({ ...here, port });
  },
});
process.stdout.write(`${port}\n`);
