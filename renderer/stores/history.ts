import { create } from 'zustand';
import type { Call } from '../../shared/domain/call.ts';
import type { HistoryFilter } from '../../shared/domain/history/history-filter.ts';
import type { DialerError } from '../../shared/errors.ts';
import type { EventPayload } from '../../shared/ipc/contract.ts';
import type { HistoryRow } from '../../shared/ipc/history-contract.ts';
import { request, subscribe } from '../dialer-api.ts';
import { newerFirst } from './call-order.ts';
import { shownProfile } from './profiles.ts';

export interface CallCount {
  readonly count: number;
  /** There are more than were counted. */
  readonly more: boolean;
}

interface HistoryStore {
  /** What the rows were asked for by; null before the first question. */
  readonly filter: HistoryFilter | null;
  /** Calls that fit, newest first, without gaps down to the last page read. */
  readonly rows: readonly HistoryRow[];
  /** Nothing older is left to read. */
  readonly complete: boolean;
  readonly total: CallCount | null;
  /** Other rows are on their way. */
  readonly asking: boolean;
  /** Older ones are on their way. */
  readonly extending: boolean;
  readonly ready: boolean;
  readonly failure: DialerError | null;
}

const pageSize = 60;
/** As many as one question takes. */
const largestPage = 100;
/** Among so many calls that hold a number those are looked for that are with it. */
const lookedAt = 20;
/** So many rows are read on the way to the end. */
const mostAtOnce = 20_000;
/** Many calls change at once, and a filter is asked again but once. */
const settleMs = 250;

const nothing: HistoryStore = {
  filter: null,
  rows: [],
  complete: false,
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

type Place = { readonly startedAtMs: number; readonly id: string };
const placeOf = ({ call: { startedAtMs, id } }: HistoryRow): Place => ({ startedAtMs, id });

function readPage(filter: HistoryFilter, before: Place | null, limit = pageSize) {
  return request('history:page', { filter, before, limit });
}

/** Shows other calls from the newest on. What is asked for meanwhile is asked when the answer is there, and then alone. */
export async function showHistory(filter: HistoryFilter): Promise<void> {
  wanted = filter;
  if (useHistory.getState().asking) return;
  useHistory.setState({ asking: true, failure: null });
  try {
    while (wanted !== null) {
      const asked: HistoryFilter = wanted;
      wanted = null;
      generation += 1;
      const answer = await readPage(asked, null);
      if (wanted !== null) continue;
      if (!answer.ok) {
        useHistory.setState({ failure: answer.error, asking: false, extending: false, filter: asked });
        return;
      }
      const { rows } = answer.value;
      const complete = rows.length < pageSize;
      const total = complete ? { count: rows.length, more: false } : null;
      useHistory.setState({ ...nothing, filter: asked, rows, complete, total, ready: true });
      if (!complete) void countAgain();
    }
  } catch (problem) {
    throw noteBug(problem);
  }
}

/** The same calls again from the newest on. */
export async function readHistoryAgain(): Promise<void> {
  const { filter } = useHistory.getState();
  if (filter !== null) await showHistory(filter);
}

/** The list asks for it as its end comes near. */
export async function loadOlderHistory(limit = pageSize): Promise<void> {
  const { filter, rows, extending, asking } = useHistory.getState();
  const edge = rows.at(-1);
  if (filter === null || edge === undefined || extending || asking) return;
  const asked = generation;
  useHistory.setState({ extending: true, failure: null });
  try {
    const answer = await readPage(filter, placeOf(edge), limit);
    if (asked !== generation) return;
    if (!answer.ok) useHistory.setState({ failure: answer.error, extending: false });
    else {
      const read = answer.value.rows;
      useHistory.setState((store) => ({
        rows: withRows(store.rows, read),
        complete: read.length < limit,
        extending: false,
      }));
    }
  } catch (problem) {
    throw noteBug(problem);
  }
}

/** On to the oldest call, as far as a few seconds go. */
export async function goToOldest(): Promise<void> {
  const asked = generation;
  const goal = useHistory.getState().rows.length + mostAtOnce;
  for (;;) {
    const { rows, complete, failure, extending } = useHistory.getState();
    if (asked !== generation || complete || failure !== null || extending || rows.length >= goal) return;
    await loadOlderHistory(largestPage);
  }
}

/** Puts rows into a list, each in place of its older version. */
function withRows(list: readonly HistoryRow[], added: readonly HistoryRow[]): readonly HistoryRow[] {
  const ids = new Set(added.map(({ call }) => call.id));
  return [...list.filter(({ call }) => !ids.has(call.id)), ...added].sort((a, b) => newerFirst(a.call, b.call));
}

/** The last calls with a number, of one profile. */
export async function readCallsWith(number: string, profile: string): Promise<readonly Call[]> {
  if (number === '') return [];
  const answer = await readPage({ text: number, profile }, null, lookedAt);
  return answer.ok ? answer.value.rows.map(({ call }) => call) : [];
}

export function readRawEvents(callId: string) {
  return request('history:raw-events', { callId });
}

async function countAgain(): Promise<void> {
  const { filter } = useHistory.getState();
  if (filter === null) return;
  const asked = generation;
  const answer = await request('history:count', { filter });
  if (asked === generation && answer.ok) useHistory.setState({ total: answer.value });
}

/** The newest ones again, as far as one page goes: what is below stays. */
async function refreshTop(): Promise<void> {
  const { filter } = useHistory.getState();
  if (filter === null) return;
  const asked = generation;
  const answer = await readPage(filter, null, largestPage);
  if (asked !== generation || !answer.ok) return;
  const { rows } = answer.value;
  const last = rows.at(-1);
  useHistory.setState((store) => {
    if (last === undefined || rows.length < largestPage) return { rows, complete: true };
    return { rows: [...rows, ...store.rows.filter(({ call }) => newerFirst(last.call, call) < 0)] };
  });
  await countAgain();
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
      if (receive(changes)) refreshSoon();
    }, 16);
  });
}

/** All calls of it. */
function isPlain(filter: HistoryFilter): boolean {
  return Object.keys(filter).every((part) => part === 'profile');
}

/** Returns whether the rows have to be asked for again, because only the main process knows what fits. */
function receive(changes: readonly EventPayload<'call:changed'>[]): boolean {
  const { filter, rows, complete, ready } = useHistory.getState();
  if (!ready || filter === null) return false;
  const ofFilter = changes.filter(({ call }) => isOfProfile(call, filter));
  const newest = new Map(ofFilter.map((change) => [change.call.id, change]));
  const plain = isPlain(filter);
  const held = new Map(rows.map((row) => [row.call.id, row]));
  const last = rows.at(-1);
  const placed = [...newest.values()].flatMap(({ call }) => {
    const row = held.get(call.id);
    // One that is in the list already stays in it, also when its record moves its start.
    if (row !== undefined) return { ...row, call };
    const fits = plain && (complete || last === undefined || newerFirst(call, last.call) < 0);
    return fits ? { call, work: null } : [];
  });
  const change = ofFilter.at(-1);
  if (change === undefined) return false;
  if (placed.length > 0) useHistory.setState({ rows: withRows(rows, placed) });
  if (!plain) return true;
  useHistory.setState({ total: { count: filter.profile === 'all' ? change.totalOfAll : change.total, more: false } });
  return false;
}

function isOfProfile({ profile }: Call, filter: HistoryFilter): boolean {
  if (filter.profile === 'all') return profile !== 'demo';
  return profile === (filter.profile === undefined || filter.profile === 'active' ? shownProfile() : filter.profile);
}
