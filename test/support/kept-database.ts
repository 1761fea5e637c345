import { closeSync, copyFileSync, existsSync, openSync, readdirSync, readFileSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import type { RawEvent } from '../../electron/calls/ports.ts';
import { createCallRepository } from '../../electron/storage/calls/call-repository.ts';
import type { OpenedDatabase } from '../../electron/storage/database.ts';
import { createInbox } from '../../electron/storage/inbox.ts';
import { partsOf } from '../../electron/storage/keeping/kept-files.ts';
import { aFullCall } from './call-builders.ts';

const complain = { reportUnreadableRow: () => undefined };

export function storeCalls({ connection }: OpenedDatabase, from: number, upTo: number, startedAtMs = 1_000_000): void {
  const calls = createCallRepository({ connection, ...complain });
  connection.exec('PRAGMA synchronous = OFF');
  for (let at = from; at < upTo; at += 1)
    calls.save({ ...aFullCall(), profile: 'main', id: `call-${at}`, startedAtMs: startedAtMs + at });
  connection.exec('PRAGMA synchronous = FULL');
}

export const eventNumbered = (number: number, atMs: number): RawEvent => ({
  profile: 'main',
  receivedAtMs: atMs,
  name: 'NewState',
  pbxCallId: `${number}`,
  dedupeKey: number % 5 === 0 ? null : `event-${number}`,
  encoding: 'json',
  body: Buffer.from(JSON.stringify({ number, filling: 'x'.repeat(500) })),
});

export async function storeEvents({ connection }: OpenedDatabase, from: number, upTo: number): Promise<void> {
  const inbox = createInbox({ connection, ...complain });
  const numbers = Array.from({ length: upTo - from }, (_, at) => from + at);
  await Promise.all(numbers.map((number) => inbox.append(eventNumbered(number, 10_000_000 + number))));
}

/** Numbers of the stored events, in order. */
export function storedEvents({ connection }: OpenedDatabase): readonly number[] {
  const rows = connection.prepare('SELECT body FROM inbox').all() as unknown as readonly {
    readonly body: Uint8Array;
  }[];
  return rows
    .map(({ body }) => (JSON.parse(Buffer.from(body).toString()) as { number: number }).number)
    .sort((a, b) => a - b);
}

export const callsIn = ({ connection }: OpenedDatabase): number =>
  Number((connection.prepare('SELECT count(*) AS n FROM calls').get() as { n: unknown }).n);

/** Leaves the files as a program that was killed leaves them, in another folder; so the living connection matters no more. */
export function asIfKilled(file: string, folder: string): string {
  const target = join(folder, 'dialdesk.sqlite');
  for (const [at, part] of partsOf(file).slice(0, 2).entries()) {
    const to = partsOf(target)[at];
    if (existsSync(part) && to !== undefined) copyFileSync(part, to);
  }
  return target;
}

/** Other bytes in the place of whole pages, as a failing disk or another program leaves them. */
export function overwritePages(file: string, pages: readonly number[], filling = 0xa5): void {
  const handle = openSync(file, 'r+');
  try {
    for (const page of pages) writeSync(handle, Buffer.alloc(4096, filling), 0, 4096, page * 4096);
  } finally {
    closeSync(handle);
  }
}

/** The first page of a table or an index of a database that nobody has open. */
export function firstPageOf(file: string, name: string): number {
  const connection = new DatabaseSync(file, { readOnly: true });
  const row: unknown = connection.prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?').get(name);
  connection.close();
  return (row as { readonly rootpage: number }).rootpage - 1;
}

export const pagesOf = (file: string): number => statSync(file).size / 4096;

/** Every file below a folder with its content, by its path; so that two moments can be compared. */
export function contentsOf(folder: string): ReadonlyMap<string, string> {
  return new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => {
        const path = join(entry.parentPath, entry.name);
        return [path.slice(folder.length + 1), readFileSync(path).toString('base64')];
      }),
  );
}
