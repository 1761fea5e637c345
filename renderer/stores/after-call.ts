import { create } from 'zustand';
import type { CallWork } from '../../shared/domain/after-call/call-work.ts';
import { emptyWork } from '../../shared/domain/after-call/work-rules.ts';
import type { DialerError } from '../../shared/errors.ts';
import { request, subscribe } from '../dialer-api.ts';
import { createNoteSaver } from './note-saver.ts';
import { leaveNumbers } from './numbers.ts';
import { inTurn } from './settings.ts';
import { leaveShortcuts, showTab } from './view.ts';

/** What the history shows in place of the calls. */
export type WorkView = 'queue' | 'follow-ups' | null;

interface AfterCallStore {
  /** What was added to calls, as far as it was asked for; null: nothing. */
  readonly works: ReadonlyMap<string, CallWork | null>;
  /** Notes that are typed and not known to be saved. */
  readonly drafts: ReadonlyMap<string, string>;
  /** Why the last change was not taken. */
  readonly problem: { readonly callId: string; readonly error: DialerError } | null;
  readonly view: WorkView;
  /** The one to begin with in a list. */
  readonly sought: string | null;
  /** Rises with every change that was announced. */
  readonly revision: number;
  /** Rises with those after which other calls may wait, or to be called again: all but notes. */
  readonly listRevision: number;
}

export const useAfterCall = create<AfterCallStore>(() => ({
  works: new Map(),
  drafts: new Map(),
  problem: null,
  view: null,
  sought: null,
  revision: 0,
  listRevision: 0,
}));

export function connectAfterCall(): void {
  subscribe('after-call:changed', ({ callId, work }) => keepWork(callId, work));
  subscribe('after-call:show-follow-ups', ({ callId }) => void showFollowUps(callId));
  window.addEventListener('pagehide', noteSaver.flush);
  window.addEventListener('blur', noteSaver.flush);
}

async function showFollowUps(callId: string | null): Promise<void> {
  await leaveShortcuts();
  showWork('follow-ups', callId);
}

/** Opens a list in the history, or closes it. */
export function showWork(view: WorkView, sought: string | null = null): void {
  if (view !== null) {
    leaveNumbers();
    showTab('history');
  }
  useAfterCall.setState({ view, sought });
}

/** Back to the calls; false when none of the lists was open. */
export function leaveWork(): boolean {
  const { view } = useAfterCall.getState();
  if (view !== null) showWork(null);
  return view !== null;
}

/** Undefined until the answer is there. */
export function useCallWork(callId: string): CallWork | null | undefined {
  return useAfterCall((store) => store.works.get(callId));
}

export async function readWork(callId: string): Promise<void> {
  const { revision } = useAfterCall.getState();
  const answer = await request('after-call:read', { callIds: [callId] });
  if (!answer.ok) return;
  // What was announced meanwhile is newer.
  if (useAfterCall.getState().revision !== revision && useAfterCall.getState().works.has(callId)) return;
  const [work = null] = answer.value.works;
  useAfterCall.setState(({ works }) => ({ works: new Map(works).set(callId, work) }));
}

function keepWork(callId: string, work: CallWork): void {
  useAfterCall.setState(({ works, revision, listRevision }) => {
    const onlyNoted =
      works.has(callId) && JSON.stringify({ ...works.get(callId), note: '' }) === JSON.stringify({ ...work, note: '' });
    return {
      works: new Map(works).set(callId, work),
      revision: revision + 1,
      listRevision: onlyNoted ? listRevision : listRevision + 1,
    };
  });
}

const noteSaver = createNoteSaver(async (callId, note) => {
  const answer = await request('after-call:note', { callId, note });
  useAfterCall.setState(({ drafts, problem }) => ({
    problem: answer.ok ? (problem?.callId === callId ? null : problem) : { callId, error: answer.error },
    drafts: answer.ok && drafts.get(callId) === note ? without(drafts, callId) : drafts,
  }));
  if (answer.ok) keepWork(callId, answer.value);
  return answer.ok;
});

export function typeNote(callId: string, note: string): void {
  useAfterCall.setState(({ drafts }) => ({ drafts: new Map(drafts).set(callId, note) }));
  noteSaver.typed(callId, note);
}

export const saveNotes = noteSaver.flush;

type Answer = Awaited<ReturnType<typeof request<'after-call:outcome'>>>;

async function changed(callId: string, asked: Promise<Answer>): Promise<boolean> {
  const answer = await asked;
  useAfterCall.setState({ problem: answer.ok ? null : { callId, error: answer.error } });
  if (answer.ok) keepWork(callId, answer.value);
  return answer.ok;
}

/** Null takes it back; empty says that it needs none. */
export function giveOutcome(callId: string, outcome: string | null): Promise<boolean> {
  return changed(callId, request('after-call:outcome', { callId, outcome }));
}

/** One change after the other, each of what the one before it left. */
export function changeTags(callId: string, change: (tags: readonly string[]) => readonly string[]): Promise<boolean> {
  return inTurn(() => {
    const tags = change(workOrNone(useAfterCall.getState().works.get(callId)).tags);
    return changed(callId, request('after-call:tags', { callId, tags }));
  });
}

export function setFollowUp(callId: string, atMs: number | null): Promise<boolean> {
  return changed(callId, request('after-call:follow-up', { callId, atMs }));
}

export function markFollowUp(callId: string, done: boolean): Promise<boolean> {
  return changed(callId, request('after-call:follow-up-done', { callId, done }));
}

export async function readUsedTags(): Promise<readonly string[]> {
  const answer = await request('after-call:used-tags', {});
  return answer.ok ? answer.value.tags : [];
}

/** What is known of a call that nothing was added to. */
export function workOrNone(work: CallWork | null | undefined): CallWork {
  return work ?? emptyWork;
}

function without<K, V>(map: ReadonlyMap<K, V>, key: K): ReadonlyMap<K, V> {
  return new Map([...map].filter(([held]) => held !== key));
}
