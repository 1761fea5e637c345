import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PbxAccess } from '../../electron/calls/ports.ts';
import { DemoPbx, type DemoPbxOptions, demoAccount } from '../../electron/demo-pbx/demo-pbx.ts';
import { createDirectoryRefresh, type DirectoryRefresh } from '../../electron/directory/pbx/directory-refresh.ts';
import { createPbxClient } from '../../electron/pbx/pbx-client.ts';
import { createContactBook } from '../../electron/storage/contacts/contact-book.ts';
import { createContactIntake } from '../../electron/storage/contacts/contact-intake.ts';
import { createDirectoryReadings } from '../../electron/storage/directory-readings.ts';
import { directoryStatusSchema } from '../../shared/ipc/directory-contract.ts';
import { morningMs } from '../support/call-builders.ts';
import { accessTo, shortTimeouts } from '../support/misbehaving-client.ts';
import { plantedSecrets } from '../support/planted-secrets.ts';
import { type TemporaryDatabase, temporaryDatabase } from '../support/temporary-database.ts';

const dayMs = 24 * 60 * 60 * 1000;
const open: DemoPbx[] = [];
let database: TemporaryDatabase;
beforeEach(() => {
  database = temporaryDatabase();
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((pbx) => pbx.stop()));
  database.remove();
});

async function startPbx(options: DemoPbxOptions = {}) {
  const pbx = new DemoPbx({ speed: 1000, ...options });
  open.push(pbx);
  return { pbx, ...(await pbx.start()) };
}

const accountFor = (...services: readonly string[]) => [{ ...demoAccount, services }];

function deskAt(address: string) {
  const desk = { nowMs: morningMs, profile: 'office', address, seen: [] as (string | null)[] };
  const access = (): PbxAccess => accessTo(desk.address, {}, demoAccount);
  const { connection, reportUnreadableRow } = database;
  const clock = () => desk.nowMs;
  const { noteChange, ...book } = createContactBook({ connection, clock, onChange: () => {}, reportUnreadableRow });
  const intake = createContactIntake({ connection, clock, onChange: noteChange });
  const bugs: unknown[] = [];
  const client = createPbxClient({ access, clock: Date.now, timeouts: shortTimeouts });
  const directory: DirectoryRefresh = createDirectoryRefresh({
    pbx: client.directory,
    readings: createDirectoryReadings({ connection, reportUnreadableRow }),
    replaceContacts: intake.replaceDirectory,
    readTrunks: client.listTrunks,
    profile: () => desk.profile,
    address: () => desk.address,
    clock,
    chance: () => 0.5,
    onChange: () => {
      const { running } = directory.status();
      desk.seen.push(running === null ? null : `${running.service} ${running.read}`);
    },
    onBug: (problem) => bugs.push(problem),
  });
  const listed = () =>
    book
      .list(desk.profile, { source: 'pbx', favourites: false, tag: null, after: null, limit: 200 })
      .contacts.map(({ name }) => name);
  const service = (name: string) => directory.status().services.find((one) => one.service === name);
  return { desk, directory, book, bugs, client, listed, service };
}

describe('the directory of the PBX', () => {
  it('is read whole, by pages, and told of as it goes', async () => {
    const { address, pbx } = await startPbx();
    const { desk, directory, book, bugs, listed, service } = deskAt(address);
    await directory.refresh();
    expect(bugs).toEqual([]);
    expect(listed()).toEqual(expect.arrayContaining(['مریم کریمی', 'Reza Ahmadi', 'شرکت آریا', 'Golnaz Abbasi']));
    expect(listed()).toHaveLength(49);
    expect(directory.status()).toMatchObject({ running: null });
    expect(() => directoryStatusSchema.parse({ revision: 1, ...directory.status() })).not.toThrow();
    expect(directory.status().internal).toEqual(expect.arrayContaining(['551', '901']));
    expect(service('contacts')).toEqual({ service: 'contacts', read: { count: 40, atMs: morningMs }, failure: null });
    expect(pbx.requests.filter(({ path }) => path.endsWith('/pbx/trunks/search'))).toHaveLength(1);
    expect(desk.seen).toEqual(['queues 0', 'users 0', 'contacts 0', 'contacts 40', 'blacklist 0', null]);
    expect(pbx.requests.every(({ status }) => status === 200)).toBe(true);

    const directoryOnly = { source: 'pbx', favourites: false, tag: null } as const;
    const members = book.list('office', { ...directoryOnly, tag: 'پشتیبانی 902', after: null, limit: 50 });
    expect(members.contacts.map(({ numbers }) => numbers[0]?.written).sort()).toEqual([
      '554',
      '555',
      '556',
      '557',
      '560',
    ]);
    // By the number of their queue as well as by its name.
    const found = (text: string) =>
      book
        .search('office', { ...directoryOnly, text, limit: 50 })
        .flatMap(({ contact }) => contact.numbers.map(({ written }) => written))
        .filter((number) => number.length === 3)
        .sort();
    expect(found('902')).toEqual(['554', '555', '556', '557', '560']);
    expect(found('پشتیبانی')).toEqual(found('902'));
    const facts = directory.facts();
    expect(facts.queuesOf('557')).toEqual([
      { name: 'Sales', number: '901' },
      { name: 'پشتیبانی', number: '902' },
    ]);
    expect(['551', '901', '110', '09120001001'].map((number) => facts.internal?.has(number))).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(['02188009999', '+982188009999', '09380009999', '09380009998', '9999'].map(facts.isBlacklisted)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });

  it('reads shared contacts page by page to the last one, and tells of each page', async () => {
    const { address, pbx } = await startPbx({ moreContacts: 450 });
    const { desk, directory, book, bugs, service } = deskAt(address);
    await directory.refresh();
    expect(bugs).toEqual([]);
    const bodies = pbx.requests
      .filter(({ path }) => path.endsWith('autodialer/contacts/search'))
      .map(({ body }) => body);
    expect(bodies).toMatchObject([0, 200, 400].map((start) => ({ pagination: { start, count: 200 } })));
    expect(desk.seen.filter((told) => told?.startsWith('contacts'))).toEqual([
      'contacts 0',
      'contacts 200',
      'contacts 400',
      'contacts 490',
    ]);
    expect(service('contacts')?.read).toEqual({ count: 490, atMs: morningMs });
    const filter = { source: 'pbx', favourites: false, tag: null, limit: 200 } as const;
    const names = new Set<string>();
    let after: Parameters<typeof book.list>[1]['after'] = null;
    do {
      const page = book.list('office', { ...filter, after });
      for (const { id } of page.contacts) names.add(id);
      after = page.next;
    } while (after !== null);
    expect(names.size).toBe(499);
    expect(book.names('office', ['09191000449'])).toMatchObject([{ source: 'pbx-contact' }]);
  });

  it('keeps nothing of what the PBX sends besides: no SIP secret, no registration', async () => {
    const { address } = await startPbx();
    const { directory, client } = deskAt(address);
    await directory.refresh();
    const trunks = await client.listTrunks();
    const answers = JSON.stringify([directory.status(), directory.facts().queues, trunks]);
    const files = readdirSync(database.folder).map((file) =>
      readFileSync(join(database.folder, file)).toString('latin1'),
    );
    expect(files.join()).toContain('Reza Ahmadi');
    for (const planted of plantedSecrets) {
      expect(answers).not.toContain(planted);
      expect(files.join()).not.toContain(planted);
    }
  });

  it('takes the place of what was read before, and of another profile nothing is seen', async () => {
    const { address } = await startPbx();
    const { desk, directory, listed, service } = deskAt(address);
    await directory.refresh();
    await directory.refresh();
    expect(listed()).toHaveLength(49);
    desk.profile = 'home';
    expect(listed()).toEqual([]);
    expect(service('users')?.read).toBeNull();
    expect(directory.facts().internal).toBeNull();
  });

  it('says of each part what is not permitted, and keeps what is', async () => {
    const { address } = await startPbx({ accounts: accountFor('pbx/users/search', 'pbx/blacklists/search') });
    const { directory, listed, service } = deskAt(address);
    await directory.refresh();
    expect(listed()).toHaveLength(9);
    expect(service('users')?.failure).toBeNull();
    expect(service('contacts')).toMatchObject({
      read: null,
      failure: { error: { code: 'pbx-access-denied', service: 'autodialer/contacts/search' } },
    });
    expect(service('queues')?.failure?.error.code).toBe('pbx-access-denied');
    expect(service('blacklist')?.read?.count).toBe(2);
  });

  it('a PBX that is not there leaves what was read, and is asked once only', async () => {
    const { address, pbx } = await startPbx();
    const { directory, listed, service } = deskAt(address);
    await directory.refresh();
    await pbx.stop();
    await directory.refresh();
    expect(listed()).toHaveLength(49);
    expect(service('users')).toMatchObject({
      read: { count: 9 },
      failure: { error: { code: 'pbx-connection-refused' } },
    });
  });

  it('colleagues of another PBX are not those of this one', async () => {
    const first = await startPbx();
    const second = await startPbx({ accounts: accountFor('setting/ping/act') });
    const { desk, directory, listed } = deskAt(first.address);
    await directory.refresh();
    desk.address = second.address;
    expect(directory.facts().internal).toBeNull();
    await directory.refresh();
    expect(listed()).toEqual([]);
  });

  it('is read when the PBX is first reached, then a day later and not at once for all', async () => {
    const { address, pbx } = await startPbx();
    const { desk, directory } = deskAt(address);
    const reached = async () => {
      const before = pbx.requests.length;
      directory.reached();
      directory.reached();
      if (directory.status().running !== null || pbx.requests.length > before) await directory.refresh();
      await expect.poll(() => directory.status().running).toBeNull();
      return pbx.requests.length - before;
    };
    directory.reached();
    await directory.refresh();
    expect(pbx.requests).toHaveLength(5);
    expect(await reached()).toBe(0);
    desk.nowMs += dayMs;
    expect(await reached()).toBe(0);
    desk.nowMs += 5 * 60_000;
    directory.reached();
    await directory.refresh();
    expect(pbx.requests).toHaveLength(10);

    // The next run of the program knows when it was read.
    const next = deskAt(address);
    next.desk.nowMs = desk.nowMs + 60_000;
    next.directory.reached();
    expect(next.directory.status().running).toBeNull();
    next.desk.nowMs += 2 * dayMs;
    next.directory.reached();
    await next.directory.refresh();
    expect(pbx.requests).toHaveLength(15);
  });
});

describe('queues of an agent', () => {
  it('are left and taken up again, and the PBX says no in its own words', async () => {
    const { address, pbx } = await startPbx();
    const { client } = deskAt(address);
    expect(await client.directory.pauseAgent('901', '557')).toEqual({ ok: true, value: null });
    expect(await client.directory.resumeAgent('901', '557')).toEqual({ ok: true, value: null });
    expect(await client.directory.pauseAgent('901', '999')).toMatchObject({
      ok: false,
      error: { code: 'pbx-refused', message: 'Requested operation failed' },
    });
    expect(pbx.requests[0]?.body).toEqual({ queue: '901', agent: '557' });
  });
});
