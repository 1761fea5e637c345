import { createCallRepository } from '../../../electron/storage/calls/call-repository.ts';
import { createCallSearch } from '../../../electron/storage/calls/call-search.ts';
import { createCallWork } from '../../../electron/storage/calls/call-work.ts';
import { createIndexJoin } from '../../../electron/storage/calls/join-index.ts';
import { createContactIntake } from '../../../electron/storage/contacts/contact-intake.ts';
import type { Connection } from '../../../electron/storage/database.ts';
import type { Call } from '../../../shared/domain/call.ts';
import { appendDrafts } from '../append-drafts.ts';
import { manyContacts } from '../many-contacts.ts';
import { seededRandom } from '../seeded-random.ts';
import { seededCalls } from './seeded-calls.ts';

export interface HistorySeed {
  readonly calls: number;
  readonly seed: number;
  readonly profile: string;
  readonly lastMs: number;
  readonly contacts?: number;
}

const atOnce = 1000;
const notes = [
  'برای پیگیری قرارداد تماس گرفت',
  'فاکتور را دوباره بفرستید',
  'می‌خواهد پرداخت کند',
  'call back after 14:00',
  'ask Smith for the invoice',
  'پاسخگو نبود، فردا دوباره',
];
const tags = ['vip', 'فوری', 'شکایت', 'supplier'];

/** Fills a database with contacts, calls and what an agent notes of some, through what the program itself writes with. */
export function seedHistory(
  connection: Connection,
  { calls, seed, profile, lastMs, contacts = Math.min(20_000, Math.ceil(calls / 20)) }: HistorySeed,
  onProgress: (done: number) => void = () => undefined,
): void {
  // Nothing is lost that could not be made again.
  connection.exec('PRAGMA synchronous = OFF');
  const reportUnreadableRow = () => undefined;
  const store = createCallRepository({ connection, reportUnreadableRow });
  const search = createCallSearch({
    connection,
    missed: { unhandledCalls: () => new Set() },
    clock: () => lastMs,
    countryCode: () => '98',
    reportUnreadableRow,
  });
  const work = createCallWork({ connection, refreshSearch: search.refresh });
  const drafts = manyContacts(contacts, seed);
  const intake = createContactIntake({ connection, clock: () => lastMs, onChange: () => undefined });
  const importId = intake.beginImport({ fileName: 'seed.csv', profile });
  for (let from = 0; from < drafts.length; from += atOnce) {
    appendDrafts(intake, importId, drafts.slice(from, from + atOnce));
  }
  intake.finishImport(importId);
  const random = seededRandom(seed + 1);
  const write = (batch: readonly Call[]) =>
    store.together(profile, () => {
      store.saveAll(batch);
      for (const { id } of batch) if (random() < 0.08) work.change(id, aWork(random, lastMs), lastMs);
    });
  let batch: Call[] = [];
  let done = 0;
  for (const call of seededCalls({ calls, seed, profile, lastMs, contacts: drafts })) {
    batch.push(call);
    if (batch.length < atOnce) continue;
    write(batch);
    done += batch.length;
    batch = [];
    onProgress(done);
  }
  if (batch.length > 0) {
    write(batch);
    onProgress(done + batch.length);
  }
  // As the program does in its first minutes.
  const join = createIndexJoin(connection);
  while (join());
  connection.exec('PRAGMA synchronous = FULL');
}

function aWork(random: () => number, lastMs: number) {
  const oneOf = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  return {
    note: random() < 0.7 ? oneOf(notes) : '',
    outcome: random() < 0.5 ? oneOf(['sold', 'lost', 'later']) : null,
    tags: random() < 0.3 ? [oneOf(tags)] : [],
    awaitsOutcome: false,
    followUpAtMs: random() < 0.02 ? lastMs + Math.floor((random() - 0.3) * 864_000_000) : null,
    followUpDoneAtMs: null,
  };
}
