import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CallRepository, createCallRepository } from '../../electron/storage/calls/call-repository.ts';
import { type CallSearch, createCallSearch } from '../../electron/storage/calls/call-search.ts';
import { createCallWork } from '../../electron/storage/calls/call-work.ts';
import { endingToken } from '../../electron/storage/calls/search-document.ts';
import { type SearchPace, usualPace } from '../../electron/storage/calls/search-pace.ts';
import { createContactBook } from '../../electron/storage/contacts/contact-book.ts';
import { removeOld } from '../../electron/storage/keeping/remove-old.ts';
import type { CallWork } from '../../shared/domain/after-call/call-work.ts';
import type { Call } from '../../shared/domain/call.ts';
import { isMissed } from '../../shared/domain/call-view.ts';
import { matchRanker, readContactQuery } from '../../shared/domain/contact/contact-query.ts';
import { searchText, toHaystack } from '../../shared/domain/contact/search-text.ts';
import { sameNumber } from '../../shared/domain/destination.ts';
import { directions, dispositions } from '../../shared/domain/disposition.ts';
import { historyMatcher } from '../../shared/domain/history/fits-filter.ts';
import type { HistoryFilter } from '../../shared/domain/history/history-filter.ts';
import type { CallCursor } from '../../shared/ipc/call-contract.ts';
import type { HistoryPart } from '../../shared/ipc/history-contract.ts';
import { aMinimalCall, anOriginatedCall, aRecord, morningMs } from '../support/call-builders.ts';
import { aDraft } from '../support/contact-builders.ts';
import { seededRandom } from '../support/seeded-random.ts';
import { type TemporaryDatabase, temporaryDatabase } from '../support/temporary-database.ts';

const profiles = ['office', 'branch', 'demo'];
const numbers = [
  '09123456789',
  '+989123456789',
  '02188776655',
  '88776655',
  '102',
  '103',
  '09351112233',
  '*45',
  '',
  '00',
  '09120000000',
];
const trunks = ['to_simo', 'to_simo_51_20', null];
const queues = ['902', 'فروش', null];
const notes = ['', '', '', 'می‌خواهد پرداخت کند', 'call back at 12:30', 'Müller GmbH ۰۹۱۲', 'x', 'ژ'];
const tags = ['vip', 'فوري', 'a'];
const outcomes = ['sold', 'lost', null];
const names: readonly (readonly [string, string])[] = [
  ['محمد احمدی', '09123456789'],
  ['Sara Smith', '02188776655'],
  ['John Müller', '102'],
  ['محمد رضایی', '09350000000'],
];

const drafts = names.map(([name, number]) => aDraft(name, [number]));

let database: TemporaryDatabase;
let store: CallRepository;
let search: CallSearch;
/** As it does where some, and where very many contacts fit a name, with a look at the clock after a few calls. */
let searchByNumbers: CallSearch;
let searchByOwners: CallSearch;
let every: readonly { readonly call: Call; readonly work: CallWork | null }[];
const nowMs = morningMs + 1_000_000;
const countryCode = '98';

beforeAll(() => {
  database = temporaryDatabase();
  const { connection } = database;
  store = createCallRepository(database);
  const others = {
    ...database,
    missed: { unhandledCalls: unhandledOf },
    clock: () => nowMs,
    countryCode: () => countryCode,
  };
  search = createCallSearch(others);
  const slow = (someContacts: number): SearchPace => ({
    fewNumbers: () => 0,
    someContacts,
    atOnce: { kinds: 150, contacts: 150, texts: 150, found: 10 },
    partMs: 0,
    leastRead: 30,
  });
  searchByNumbers = createCallSearch({ ...others, pace: slow(1000) });
  searchByOwners = createCallSearch({ ...others, pace: slow(0) });
  const book = createContactBook({ ...database, clock: () => nowMs, onChange: () => undefined });
  for (const draft of drafts) book.save(null, draft);
  const works = createCallWork({ connection, refreshSearch: search.refresh });
  const random = seededRandom(6);
  const oneOf = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const calls = Array.from({ length: 600 }, (_, at) => aCall(at, oneOf, random));
  for (let from = 0; from < 500; from += 50) store.saveAll(calls.slice(from, from + 50));
  // What comes one by one, late, and again.
  for (const call of calls.slice(500)) {
    store.save({ ...call, records: {}, callee: '104', startedAtMs: call.startedAtMs + 5000 });
    store.save(call);
  }
  every = calls.map((call) => {
    const work = random() < 0.4 ? aWork(oneOf, random) : null;
    if (work !== null) works.change(call.id, work, nowMs);
    return { call, work };
  });
});
afterAll(() => database.remove());

type OneOf = <T>(list: readonly T[]) => T;

function aCall(at: number, oneOf: OneOf, random: () => number): Call {
  const startedAtMs = morningMs + Math.floor(random() * 400) * 1000;
  const records =
    random() < 0.1
      ? {}
      : {
          cdr: aRecord({
            disposition: oneOf(dispositions),
            endedAtMs: startedAtMs + 60_000,
            trunkName: oneOf(trunks),
            queue: oneOf(queues),
            recordingFiles: random() < 0.3 ? ['x.mp3'] : [],
          }),
        };
  const profile = oneOf(profiles);
  const known = { id: `call-${at}`, profile, startedAtMs, records } as const;
  const number = oneOf(numbers);
  return random() < 0.5
    ? anOriginatedCall({ callee: number }, { ...known, outcome: 'accepted', dialled: random() < 0.2 ? '9021' : null })
    : aMinimalCall({ ...known, direction: oneOf(directions), caller: number, callee: oneOf(['101', '102']) });
}

function aWork(oneOf: OneOf, random: () => number): CallWork {
  return {
    note: oneOf(notes),
    outcome: oneOf(outcomes),
    tags: tags.filter(() => random() < 0.3),
    awaitsOutcome: random() < 0.2,
    followUpAtMs: random() < 0.3 ? nowMs + Math.floor((random() - 0.5) * 1000) : null,
    followUpDoneAtMs: random() < 0.5 ? nowMs : null,
  };
}

/** Who decides that is another part; here it is every third. */
const unhandledOf = (profile: string): ReadonlySet<string> =>
  new Set(
    every
      .filter(({ call }, at) => call.profile === profile && isMissed(call) && call.caller !== '' && at % 3 === 0)
      .map(({ call }) => call.id),
  );

/** By a look at every call. */
function plain(filter: HistoryFilter): readonly string[] {
  const query = readContactQuery(filter.text ?? '');
  const rank = matchRanker(query);
  const fitting =
    query.number !== null || query.terms.length === 0
      ? []
      : drafts.filter((draft) => rank(toHaystack(searchText(draft))) !== null);
  const nameFits = (number: string) => fitting.some(({ numbers: [own] }) => sameNumber(own?.written ?? null, number));
  const fits = historyMatcher(filter, {
    nowMs,
    profiles: profilesOf(filter),
    countryCode,
    nameFits,
    isHandled: (call) => !unhandledOf(call.profile).has(call.id),
  });
  return every
    .filter(({ call, work }) => fits(call, work))
    .sort((a, b) => keyOf(b.call) - keyOf(a.call))
    .map(({ call }) => call.id);
}

const profilesOf = ({ profile }: HistoryFilter) => (profile === undefined ? ['office', 'branch'] : [profile]);
const keys = new Map<string, number>();
function keyOf({ id }: Call): number {
  const known = keys.get(id);
  if (known !== undefined) return known;
  const { key } = database.connection.prepare('SELECT key FROM calls WHERE id = ?').get(id) as { key: number };
  keys.set(id, key);
  return key;
}

function inPages(filter: HistoryFilter, limit: number, by = search): readonly string[] {
  const found: Call[] = [];
  for (;;) {
    const page = by.page({ profiles: profilesOf(filter), filter, before: found.at(-1) ?? null, limit });
    found.push(...page.map(({ call }) => call));
    if (page.length < limit) return found.map(({ id }) => id);
  }
}

/** Of a search without time, which answers in parts. */
function inParts(filter: HistoryFilter, limit: number, by: CallSearch): readonly string[] {
  const found: string[] = [];
  let before: CallCursor | null = null;
  for (;;) {
    const part: HistoryPart = by.part({ profiles: profilesOf(filter), filter, before, limit });
    found.push(...part.rows.map(({ call }) => call.id));
    const last = part.rows.at(-1)?.call;
    if (part.goesOn === null && (last === undefined || part.rows.length < limit)) return found;
    before = part.goesOn ?? last ?? null;
  }
}

function inPartsBackwards(filter: HistoryFilter, limit: number, by: CallSearch): readonly string[] {
  const found: string[] = [];
  let after: CallCursor | null = null;
  for (;;) {
    const part: HistoryPart = by.part({ profiles: profilesOf(filter), filter, after, limit });
    found.unshift(...part.rows.map(({ call }) => call.id));
    const [first] = part.rows;
    if (part.goesOn === null && (first === undefined || part.rows.length < limit)) return found;
    after = part.goesOn ?? first?.call ?? null;
  }
}

/** From the oldest on. */
function inPagesBackwards(filter: HistoryFilter, limit: number): readonly string[] {
  const found: Call[] = [];
  for (;;) {
    const page = search.page({ profiles: profilesOf(filter), filter, after: found[0] ?? null, limit });
    found.unshift(...page.map(({ call }) => call));
    if (page.length < limit) return found.map(({ id }) => id);
  }
}

const asked = fc.option(fc.constant(true as const), { nil: undefined, freq: 8 });
const some = <T>(list: readonly T[]) => fc.option(fc.constantFrom(...list), { nil: undefined });
const everyText = [
  ...[
    '0912',
    '۰۹۱۲',
    '٩١٢٣٤',
    '912345',
    '6789',
    '+98 912 345',
    '98912',
    '98 9123 4',
    '98887',
    '98000',
    '0000',
    '00000',
    '000000000',
    '88-77',
    '7',
    '۷',
    '45',
    '*4',
    '00',
    '9021',
    '104',
  ],
  ...['پرداخت', 'پرد', 'مي خواهد', 'می', 'ژ', 'x', 'vip', 'فوری', 'muller', 'müller 12', 'call back', 'zzz', '12'],
  ...['محمد', 'احمدی', 'sara', 'smith sara', 'sara 12', 'م', 's', ' ', 'مح'],
];
const texts = fc.constantFrom(...everyText);
const filters: fc.Arbitrary<HistoryFilter> = fc
  .record({
    text: fc.option(texts, { nil: undefined, freq: 2 }),
    directions: fc.option(fc.subarray([...directions]), { nil: undefined }),
    dispositions: fc.option(fc.subarray([...dispositions]), { nil: undefined }),
    party: fc.option(
      fc.constantFrom(...numbers, '00989123456789', '9123456789', '0912 345 67 89', '(۰۲۱) ۸۸۷۷-۶۶۵۵', 'Sara'),
      { nil: undefined, freq: 3 },
    ),
    trunk: some(['to_simo', 'to_simo_51_20', 'none']),
    queue: some(['902', 'فروش', 'none']),
    profile: some(profiles),
    fromMs: fc.option(
      fc.integer({ min: 0, max: 400 }).map((at) => morningMs + at * 1000),
      { nil: undefined },
    ),
    toMs: fc.option(
      fc.integer({ min: 0, max: 400 }).map((at) => morningMs + at * 1000),
      { nil: undefined },
    ),
    recorded: asked,
    noted: asked,
    unhandled: asked,
    awaitsOutcome: asked,
    outcome: fc.option(fc.constantFrom('sold', 'none'), { nil: undefined, freq: 6 }),
    tag: fc.option(fc.constantFrom('vip', 'فوري', 'a', 'none'), { nil: undefined, freq: 6 }),
    due: asked,
  })
  .chain((all) =>
    fc
      .subarray(Object.keys(all))
      .map((parts) => Object.fromEntries(parts.map((part) => [part, all[part as keyof typeof all]])) as HistoryFilter),
  );

describe('the search of calls', () => {
  it('finds what a look at every call finds, in the same order, page by page from both ends, and counts it', async () => {
    await fc.assert(
      fc.asyncProperty(filters, fc.integer({ min: 20, max: 100 }), async (filter, limit) => {
        const expected = plain(filter);
        expect(inPages(filter, limit)).toEqual(expected);
        expect(inPagesBackwards(filter, limit)).toEqual(expected);
        // By turns, since each part is planned anew.
        const by = limit % 2 === 0 ? searchByNumbers : searchByOwners;
        const parts = limit % 4 < 2 ? inParts(filter, limit, by) : inPartsBackwards(filter, limit, by);
        expect(parts).toEqual(expected);
        expect(await search.count(profilesOf(filter), filter)).toEqual({ count: expected.length, more: false });
      }),
      { seed: 20_240_121, numRuns: 150, endOnFailure: true },
    );
    expect(database.unreadable).toEqual([]);
  }, 120_000);

  it('finds with each text what a look at every call finds', () => {
    for (const text of everyText) {
      expect([text, inPages({ text }, 50)]).toEqual([text, plain({ text })]);
      expect([text, inPages({ text }, 50, searchByOwners)]).toEqual([text, plain({ text })]);
      expect([text, inPages({ text }, 50, searchByNumbers)]).toEqual([text, plain({ text })]);
    }
  });

  it('names the trunks and queues that calls of a profile have, and none that only removed ones had', async () => {
    const own = temporaryDatabase();
    const calls = createCallRepository(own);
    const deps = { missed: { unhandledCalls: () => new Set<string>() }, clock: () => nowMs, countryCode: () => '' };
    const { names } = createCallSearch({ ...own, ...deps });
    const save = (id: string, profile: string, trunkName: string | null, queue: string | null) =>
      calls.save(aMinimalCall({ id, profile, records: { cdr: aRecord({ trunkName, queue }) } }));
    expect(names(['office'])).toEqual({ trunks: [], queues: [] });
    save('1', 'office', 'old', '902');
    save('2', 'office', 'old', null);
    save('3', 'branch', 'Shatel', 'فروش');
    save('4', 'office', 'MCI', null);
    expect(names(['office'])).toEqual({ trunks: ['old', 'MCI'], queues: ['902'] });
    expect(names(['office', 'branch'])).toEqual({ trunks: ['old', 'Shatel', 'MCI'], queues: ['902', 'فروش'] });
    // The records tell of another one later.
    save('4', 'office', 'Irancell', null);
    expect(names(['office']).trunks).toEqual(['old', 'Irancell']);
    await removeOld(own.connection, { forget: () => undefined }, nowMs, () => false);
    expect(names(['office', 'branch'])).toEqual({ trunks: [], queues: [] });
    own.remove();
  });

  it('answers in parts where there is no time, none with more rows than are asked for, and says where it goes on', () => {
    const query = { profiles: ['office', 'branch'], filter: { text: 'محمد' }, before: null, limit: 50 };
    const part = searchByOwners.part(query);
    expect(part.rows.length).toBeLessThan(search.page(query).length);
    expect(part.goesOn).not.toBeNull();
    expect(searchByOwners.page(query)).toEqual(search.page(query));
  });

  it('finds the calls with everybody of a name, also where numbers of some stand for each other in the index', () => {
    const own = temporaryDatabase();
    const all = Array.from({ length: 5000 }, (_, at) => `0912${1_000_000 + at * 37}`);
    const tokens = new Map<string, string>();
    const alike = all.flatMap((number) => {
      const token = endingToken(number.slice(-7));
      const other = tokens.get(token);
      tokens.set(token, number);
      return other === undefined ? [] : [[other, number]];
    })[0];
    const called = [...(alike ?? []), '02188776655'];
    expect(called).toHaveLength(3);
    createCallRepository(own).saveAll(
      called.map((callee, at) =>
        anOriginatedCall({ callee }, { id: `${at}`, profile: 'office', startedAtMs: nowMs + at }),
      ),
    );
    const book = createContactBook({ ...own, clock: () => nowMs, onChange: () => undefined });
    for (const number of called) book.save(null, aDraft('محمد', [number]));
    const few = createCallSearch({
      ...own,
      missed: { unhandledCalls: () => new Set() },
      clock: () => nowMs,
      countryCode: () => '',
      pace: { ...usualPace, fewNumbers: () => 1, someContacts: 1 },
    });
    const found = few.page({ profiles: ['office'], filter: { text: 'محمد' }, before: null, limit: 10 });
    expect(found.map(({ call }) => call.callee)).toEqual([...called].reverse());
    own.remove();
  });

  it('forgets what is removed', () => {
    const { connection } = database;
    const [id = ''] = plain({ text: '0912' });
    connection.exec('BEGIN');
    connection.prepare('DELETE FROM calls WHERE id = ?').run(id);
    expect(inPages({ text: '0912' }, 50)).toEqual(plain({ text: '0912' }).slice(1));
    connection.exec('ROLLBACK');
  });
});
