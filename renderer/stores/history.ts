import { create } from 'zustand';
import type { Call } from '../../shared/domain/call.ts';
import { otherParty } from '../../shared/domain/call-view.ts';
import { sameNumber } from '../../shared/domain/destination.ts';
import type { HistoryFilter } from '../../shared/domain/history/history-filter.ts';
import type { DialerError } from '../../shared/errors.ts';
import type { EventPayload } from '../../shared/ipc/contract.ts';
import type { CallNames, HistoryRow } from '../../shared/ipc/history-contract.ts';
import { request, subscribe } from '../dialer-api.ts';
import { newerFirst, withCalls } from './call-order.ts';
import { knowContactNames } from './contact-names.ts';
import { readHistoryPage } from './history-page.ts';
import { isEqualData } from './keep-equal.ts';
import { nextFrame } from './next-frame.ts';
import { shownProfile } from './profiles.ts';

export interface CallCount {
  readonly count: number;
  /** There are more than were counted. */
  readonly more: boolean;
}

interface HistoryStore {
  /** What the rows were asked for by; null before the first question. */
  readonly filter: HistoryFilter | null;
  /** Calls that fit, newest first, without gaps: those around the place that is looked at. */
  readonly rows: readonly HistoryRow[];
  /** Nothing older is left to read. */
  readonly complete: boolean;
  /** Nor anything newer. */
  readonly newest: boolean;
  /** How many are newer than the rows; null: nobody counted them. */
  readonly above: number | null;
  readonly total: CallCount | null;
  /** Other rows are on their way. */
  readonly asking: boolean;
  /** Older or newer ones are on their way. */
  readonly extending: boolean;
  readonly ready: boolean;
  readonly failure: DialerError | null;
}

const pageSize = 60;
/** As many as a large window shows, and some to scroll: the answer to what is typed. */
const firstPage = 40;
/** More than a usual window shows: they are seen before the rest of the page is read. */
const fullList = 16;
/** Rows that are far from what is looked at are let go, and read again. */
const mostHeld = 600;
/** As many as one question takes. */
const largestPage = 100;
/** Among so many calls that hold a number those are looked for that are with it. */
const lookedAt = 20;
/** Many calls change at once, and a filter is asked again but once. */
const settleMs = 250;
/** The next letter comes sooner, or nobody types. */
const countAfterMs = 120;

const nothing: HistoryStore = {
  filter: null,
  rows: [],
  complete: false,
  newest: true,
  above: 0,
  total: null,
  asking: false,
  extending: false,
  ready: false,
  failure: null,
};

export const useHistory = create<HistoryStore>(() => nothing);

/** Rises with every question for other rows, so that an answer to an older one is not shown. */
let generation = 0;
let wanted: HistoryFilter | null = null;
/** The first page of a question is on its way, or the rest of it. */
let showing = false;
/** What changed while rows are on their way: these may be older than that, and what place there is among them is not known yet. */
let meanwhile: EventPayload<'call:changed'>[] = [];

type Place = { readonly startedAtMs: number; readonly id: string };
const placeOf = ({ call: { startedAtMs, id } }: HistoryRow): Place => ({ startedAtMs, id });

function readPage(filter: HistoryFilter, before: Place | null, limit = pageSize) {
  return readHistoryPage({ filter, place: { before }, limit });
}

/** Shows other calls from the newest on. What is asked for meanwhile is asked when the answer is there, and then alone. */
export async function showHistory(filter: HistoryFilter): Promise<void> {
  wanted = filter;
  if (showing) return;
  showing = true;
  useHistory.setState({ asking: true, failure: null });
  try {
    while (wanted !== null) {
      const asked: HistoryFilter = wanted;
      wanted = null;
      meanwhile = [];
      generation += 1;
      const mine = generation;
      const goesOn = () => wanted === null && mine === generation;
      const answer = await readHistoryPage({
        filter: asked,
        place: { before: null },
        limit: firstPage,
        async goesOn(rows) {
          const { filter, rows: shown } = useHistory.getState();
          if (rows.length === 0 || (filter === asked && shown.length >= fullList)) return goesOn();
          await knowNamesOf(rows);
          if (!goesOn()) return false;
          // What is there is shown at once, and below it that more is looked for.
          useHistory.setState({ ...nothing, filter: asked, rows, ready: true, extending: true });
          if (rows.length >= fullList) await nextFrame();
          return goesOn();
        },
      });
      if (answer.ok && useHistory.getState().filter !== asked) await knowNamesOf(answer.value);
      if (wanted !== null) {
        useHistory.setState({ asking: true });
        continue;
      }
      // One went to the oldest meanwhile.
      if (mine !== generation) return;
      if (!answer.ok) {
        // The calls of the question before are no answer to this one.
        useHistory.setState({ ...nothing, filter: asked, failure: answer.error });
        return;
      }
      const rows = answer.value;
      const complete = rows.length < firstPage;
      const total = complete ? { count: rows.length, more: false } : null;
      useHistory.setState({ ...nothing, filter: asked, rows, complete, total, ready: true });
      if (!complete) countSoon(asked);
      takeInMeanwhile();
    }
  } catch (problem) {
    throw noteBug(problem);
  } finally {
    showing = false;
  }
}

/** So that they are drawn but once. */
const knowNamesOf = (rows: readonly HistoryRow[]) => knowContactNames(rows.map(({ call }) => otherParty(call)));

/** The same calls again from the newest on. */
export async function readHistoryAgain(): Promise<void> {
  const { filter } = useHistory.getState();
  if (filter !== null) await showHistory(filter);
}

/** The list asks for it as its end comes near. */
export function loadOlderHistory(): Promise<void> {
  const edge = useHistory.getState().rows.at(-1);
  if (edge === undefined) return Promise.resolve();
  return extend(
    (filter, goesOn) => readHistoryPage({ filter, place: { before: placeOf(edge) }, limit: pageSize, goesOn }),
    ({ rows, above, newest }, read) => {
      const all = withRows(rows, read);
      const gone = Math.max(0, all.length - mostHeld);
      return {
        rows: all.slice(gone),
        complete: read.length < pageSize,
        newest: newest && gone === 0,
        above: above === null ? null : above + gone,
      };
    },
  );
}

/** The same at its beginning, where that is not the newest call. */
export function loadNewerHistory(): Promise<void> {
  const edge = useHistory.getState().rows[0];
  if (edge === undefined) return Promise.resolve();
  return extend(
    (filter, goesOn) => readHistoryPage({ filter, place: { after: placeOf(edge) }, limit: pageSize, goesOn }),
    ({ rows, above, complete }, read) => {
      const all = withRows(rows, read);
      const newest = read.length < pageSize;
      return {
        rows: all.slice(0, mostHeld),
        complete: complete && all.length <= mostHeld,
        newest,
        above: newest ? 0 : above === null ? null : Math.max(0, above - read.length),
      };
    },
  );
}

/** To the oldest calls, without those in between. */
export async function goToOldest(): Promise<void> {
  const { complete, asking } = useHistory.getState();
  if (complete || asking) return;
  generation += 1;
  useHistory.setState({ extending: false });
  await extend(
    (filter, goesOn) => readHistoryPage({ filter, place: { after: null }, limit: largestPage, goesOn }),
    ({ total }, rows) => {
      const newest = rows.length < largestPage;
      const counted = total === null || total.more ? null : Math.max(0, total.count - rows.length);
      return { rows, complete: true, newest, above: newest ? 0 : counted };
    },
  );
}

/** To the newest calls again. */
export async function goToNewest(): Promise<void> {
  if (!useHistory.getState().newest) await readHistoryAgain();
}

async function extend(
  ask: (filter: HistoryFilter, goesOn: () => boolean) => ReturnType<typeof readPage>,
  join: (store: HistoryStore, read: readonly HistoryRow[]) => Partial<HistoryStore>,
): Promise<void> {
  const { filter, extending, asking } = useHistory.getState();
  if (filter === null || extending || asking) return;
  const asked = generation;
  meanwhile = [];
  useHistory.setState({ extending: true, failure: null });
  try {
    const answer = await ask(filter, () => asked === generation);
    if (asked !== generation) return;
    if (!answer.ok) useHistory.setState({ failure: answer.error, extending: false });
    else {
      const rows = answer.value;
      useHistory.setState((store) => ({ ...join(store, rows), extending: false }));
      takeInMeanwhile();
    }
  } catch (problem) {
    throw noteBug(problem);
  }
}

/** Puts rows into a list, each in place of its older version. */
function withRows(list: readonly HistoryRow[], added: readonly HistoryRow[]): readonly HistoryRow[] {
  const ids = new Set(added.map(({ call }) => call.id));
  return [...list.filter(({ call }) => !ids.has(call.id)), ...added].sort((a, b) => newerFirst(a.call, b.call));
}

export function isCallWith(numbers: readonly string[], call: Call): boolean {
  return numbers.some((number) => sameNumber(otherParty(call), number));
}

/** The last calls with any of the numbers, of one profile. */
export async function readCallsWith(numbers: readonly string[], profile: string): Promise<readonly Call[]> {
  const asked = numbers.filter((number) => number !== '');
  const answers = await Promise.all(asked.map((number) => readPage({ party: number, profile }, null, lookedAt)));
  const rows = answers.flatMap((answer) => (answer.ok ? answer.value : []));
  return withCalls(
    [],
    [...new Map(rows.map(({ call }) => [call.id, call])).values()].filter((call) => isCallWith(asked, call)),
  );
}

/** What calls may be filtered by; nothing where it cannot be read. */
export async function readCallNames(profile: string | undefined): Promise<CallNames> {
  const answer = await request('history:names', { profile });
  return answer.ok ? answer.value : { trunks: [], queues: [] };
}

export function readRawEvents(callId: string, after: number | null) {
  return request('history:raw-events', { callId, after });
}

/** The calls are seen first; and while somebody types, nobody reads how many there were with one letter less. */
function countSoon(filter: HistoryFilter): void {
  setTimeout(() => {
    if (filter === useHistory.getState().filter) void countAgain();
  }, countAfterMs);
}

async function countAgain(): Promise<void> {
  const { filter } = useHistory.getState();
  if (filter === null) return;
  const isNewest = newestOf(filter);
  const answer = await request('history:count', { filter });
  if (isNewest() && answer.ok) count(answer.value);
}

/** Calls that came or went since the last count are newer than rows which do not begin with the newest. */
function count(total: CallCount): void {
  useHistory.setState((store) => {
    if (store.newest) return { total };
    const exact = !total.more && store.total?.more === false;
    if (exact) return { total, above: store.above === null ? null : store.above + total.count - store.total.count };
    return { total, above: store.complete && !total.more ? total.count - store.rows.length : store.above };
  });
}

/** Tells afterwards whether the list still shows the calls of the filter, and was not asked for others or for them anew. */
function newestOf(filter: HistoryFilter): () => boolean {
  const asked = generation;
  return () => asked === generation && filter === useHistory.getState().filter;
}

/** The newest ones again, as far as one page goes: what is below stays. */
async function refreshTop(): Promise<void> {
  const { filter, newest } = useHistory.getState();
  if (filter === null) return;
  if (!newest) return countAgain();
  const isNewest = newestOf(filter);
  const answer = await readPage(filter, null, largestPage);
  if (!isNewest() || !answer.ok) return;
  useHistory.setState((store) => {
    const rows = withKnownRows(answer.value, store.rows);
    const last = rows.at(-1);
    // One scrolled on meanwhile: between the newest and what is held now, calls would be left out.
    if (!store.newest) return store;
    if (last === undefined || rows.length < largestPage) return { rows, complete: true };
    return { rows: [...rows, ...store.rows.filter(({ call }) => newerFirst(last.call, call) < 0)] };
  });
  await countAgain();
}

/** Those that say what is known of them already are the same objects as before, and are not drawn again. */
function withKnownRows(read: readonly HistoryRow[], known: readonly HistoryRow[]): readonly HistoryRow[] {
  const byId = new Map(known.map((row) => [row.call.id, row]));
  return read.map((row) => {
    const before = byId.get(row.call.id);
    if (before === undefined) return row;
    return {
      call: isEqualData(before.call, row.call) ? before.call : row.call,
      work: isEqualData(before.work, row.work) ? before.work : row.work,
    };
  });
}

/** A bug, and reported as one; but the list must not say that it still comes. */
function noteBug(problem: unknown): Error {
  const incidentId = crypto.randomUUID().slice(0, 8);
  useHistory.setState({ asking: false, extending: false, failure: { code: 'internal', incidentId } });
  return new Error(`The history could not be read (incident ${incidentId})`, { cause: problem });
}

export function connectHistory(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const refreshSoon = () => {
    if (timer !== undefined) return;
    timer = setTimeout(() => {
      timer = undefined;
      void refreshTop();
    }, settleMs);
  };
  subscribe('keeping:removed', () => void readHistoryAgain());
  subscribe('after-call:changed', ({ callId, work }) => {
    const { filter, rows, ready } = useHistory.getState();
    if (!ready || filter === null) return;
    if (rows.some(({ call }) => call.id === callId)) {
      useHistory.setState({ rows: rows.map((row) => (row.call.id === callId ? { ...row, work } : row)) });
    }
    if (!isPlain(filter)) refreshSoon();
  });
  let waiting: EventPayload<'call:changed'>[] = [];
  subscribe('call:changed', (change) => {
    waiting.push(change);
    if (waiting.length > 1) return;
    // A burst of changes, as after a lost connection to the PBX, is drawn once.
    setTimeout(() => {
      const changes = waiting;
      waiting = [];
      if (showing || useHistory.getState().extending) meanwhile.push(...changes);
      if (receive(changes)) refreshSoon();
    }, 16);
  });
}

/** All calls of it. */
function isPlain(filter: HistoryFilter): boolean {
  return Object.keys(filter).every((part) => part === 'profile');
}

function takeInMeanwhile(): void {
  const changes = meanwhile;
  meanwhile = [];
  if (receive(changes)) void refreshTop();
}

/** Returns whether the rows have to be asked for again, because only the main process knows what fits. */
function receive(changes: readonly EventPayload<'call:changed'>[]): boolean {
  const { filter, rows, complete, newest: begins, ready } = useHistory.getState();
  if (!ready || filter === null) return false;
  const ofFilter = changes.filter(({ call }) => isOfProfile(call, filter));
  const newest = new Map(ofFilter.map((change) => [change.call.id, change]));
  const plain = isPlain(filter);
  const held = new Map(rows.map((row) => [row.call.id, row]));
  const [first, last] = [rows[0], rows.at(-1)];
  const placed = [...newest.values()].flatMap(({ call }) => {
    const row = held.get(call.id);
    // One that is in the list already stays in it, also when its record moves its start.
    if (row !== undefined) return { ...row, call };
    const notOlder = complete || last === undefined || newerFirst(call, last.call) < 0;
    const notNewer = begins || first === undefined || newerFirst(call, first.call) > 0;
    return plain && notOlder && notNewer ? { call, work: null } : [];
  });
  const change = ofFilter.at(-1);
  if (change === undefined) return false;
  if (placed.length > 0) useHistory.setState({ rows: withRows(rows, placed) });
  if (!plain) return true;
  count({ count: filter.profile === 'all' ? change.totalOfAll : change.total, more: false });
  return false;
}

function isOfProfile({ profile }: Call, filter: HistoryFilter): boolean {
  if (filter.profile === 'all') return profile !== 'demo';
  return profile === (filter.profile === undefined || filter.profile === 'active' ? shownProfile() : filter.profile);
}
