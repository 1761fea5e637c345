import { parentPort, workerData } from 'node:worker_threads';
import { sendBatches } from './directory/exchange/batch-sender.ts';
import { prepareContacts, type ReadOrder } from './directory/exchange/prepare-contacts.ts';
import { toNewRowTexts } from './storage/contacts/row-texts.ts';

// The thread that reads a file of contacts: it gets the order when it is made, and has no database.
if (parentPort === null) throw new Error('This is run as a thread of the main process');
sendBatches(
  parentPort,
  prepareContacts(workerData as ReadOrder, (drafts) => toNewRowTexts(drafts, Date.now())),
);
