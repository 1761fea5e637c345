import { awaitsOutcome } from '../../shared/domain/after-call/awaits-outcome.ts';
import type { CallWork } from '../../shared/domain/after-call/call-work.ts';
import { closesFollowUp, isOpenFollowUp, type OpenFollowUp } from '../../shared/domain/after-call/follow-up.ts';
import { emptyWork, tidyTags } from '../../shared/domain/after-call/work-rules.ts';
import type { Call } from '../../shared/domain/call.ts';
import { otherParty, talkingSince } from '../../shared/domain/call-view.ts';
import { sameNumber } from '../../shared/domain/destination.ts';
import type { DialerError } from '../../shared/errors.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import { type Clock, unlessFailing } from '../calls/ports.ts';
import { createDoneLately, type FollowUpDoneBy } from './done-lately.ts';
import type { CallWorkStore, WorkedCall } from './ports.ts';
import type { QueueRules } from './queue-rule.ts';

/** More than anybody goes through at once. */
const mostListed = 200;
/** What ended longer ago while nobody looked is not asked about any more. */
const longestSweepMs = 14 * 24 * 60 * 60 * 1000;

type Changed = Result<CallWork, DialerError>;

/** What is noted of calls, which of them wait for an outcome, and whom to call again when. */
export interface AfterCall {
  read(callIds: readonly string[]): readonly (CallWork | null)[];
  note(callId: string, note: string): Changed;
  /** Null takes it back: the call waits again, if it would have. */
  outcome(callId: string, outcome: string | null): Changed;
  tags(callId: string, tags: readonly string[]): Changed;
  followUp(callId: string, atMs: number | null): Changed;
  done(callId: string, done: boolean): Changed;
  queue(): { readonly rows: readonly WorkedCall[]; readonly count: number };
  followUps(): {
    readonly open: readonly WorkedCall[];
    readonly done: readonly (WorkedCall & { readonly by: FollowUpDoneBy })[];
  };
  usedTags(): readonly string[];
  /** Of the last call with the number today of which anything was written down. */
  notedToday(number: string): Pick<CallWork, 'note' | 'outcome'> | null;
  counts(): { readonly awaiting: number; readonly followUps: readonly OpenFollowUp[] };
  /** A call came to be, or is different now. */
  callChanged(call: Call): void;
  /** Settings or the profile are others: what was counted is counted anew. */
  refresh(): void;
  /** Looks at calls that ended while nobody looked; in steps, so that others have their turn. */
  sweep(): Promise<void>;
}

export function createAfterCall(deps: {
  readonly store: CallWorkStore;
  readonly rules: QueueRules;
  readonly profile: () => string;
  readonly clock: Clock;
  readonly othersTurn: () => Promise<void>;
  /** Of each change. */
  readonly publish: (callId: string, work: CallWork) => void;
  /** What is counted is different now. */
  readonly onCounts: () => void;
}): AfterCall {
  const { store } = deps;
  const lately = createDoneLately();
  let counted: { readonly awaiting: number; readonly followUps: readonly OpenFollowUp[] } | null = null;

  const count = () => {
    const profile = deps.profile();
    return {
      awaiting: deps.rules.now() === null ? 0 : store.countAwaiting(profile),
      followUps: store.openFollowUps(profile),
    };
  };
  const counts = () => {
    counted ??= unlessFailing(null, count);
    return counted ?? { awaiting: 0, followUps: [] };
  };
  const refresh = () => {
    const before = JSON.stringify(counted);
    counted = null;
    if (JSON.stringify(counts()) !== before) deps.onCounts();
  };
  const change = (callId: string, what: Partial<CallWork>): Changed => {
    const work = store.change(callId, what, deps.clock());
    if (work === null) return fail({ code: 'not-found' });
    deps.publish(callId, work);
    // A letter more of a note changes what is counted only where it stands beside a follow-up.
    if (!('note' in what) || isOpenFollowUp(work)) refresh();
    return succeed(work);
  };
  const judged = (call: Call, work: CallWork | null): boolean => {
    const rule = deps.rules.now();
    return rule !== null && awaitsOutcome(call, work, rule);
  };
  /** Waits from now on, if it has to and nobody asked before. */
  const judge = (call: Call, work: CallWork | null) => {
    if (work?.awaitsOutcome !== true && judged(call, work)) change(call.id, { awaitsOutcome: true });
  };
  const closeBy = (call: Call) => {
    for (const followUp of counts().followUps) {
      if (!closesFollowUp(call, followUp)) continue;
      if (change(followUp.callId, { followUpDoneAtMs: deps.clock() }).ok) {
        lately.add({ callId: followUp.callId, by: 'talked' });
      }
    }
  };

  return {
    read: (callIds) => store.read(callIds),
    note: (callId, note) => change(callId, { note }),
    outcome(callId, outcome) {
      if (outcome !== null) return change(callId, { outcome, awaitsOutcome: false });
      const known = store.get(callId);
      if (known === null) return fail({ code: 'not-found' });
      const work = { ...(known.work ?? emptyWork), outcome: null };
      return change(callId, { outcome: null, awaitsOutcome: judged(known.call, work) });
    },
    tags: (callId, tags) => change(callId, { tags: tidyTags(tags) }),
    followUp(callId, atMs) {
      const changed = change(callId, { followUpAtMs: atMs, followUpDoneAtMs: null });
      if (changed.ok) lately.remove(callId);
      return changed;
    },
    done(callId, done) {
      const changed = change(callId, { followUpDoneAtMs: done ? deps.clock() : null });
      if (changed.ok && done) lately.add({ callId, by: 'marked' });
      else if (changed.ok) lately.remove(callId);
      return changed;
    },
    queue() {
      if (deps.rules.now() === null) return { rows: [], count: 0 };
      return { rows: store.awaiting(deps.profile(), mostListed), count: store.countAwaiting(deps.profile()) };
    },
    followUps() {
      const full = (callId: string): readonly WorkedCall[] => {
        const known = store.get(callId);
        return known?.work == null ? [] : [{ call: known.call, work: known.work }];
      };
      const profile = deps.profile();
      return {
        open: store
          .openFollowUps(profile)
          .slice(0, mostListed)
          .flatMap(({ callId }) => full(callId)),
        done: lately.list().flatMap(({ callId, by }) =>
          full(callId)
            .filter(({ call, work }) => call.profile === profile && !isOpenFollowUp(work))
            .map((row) => ({ ...row, by })),
        ),
      };
    },
    usedTags: () => store.tags(deps.profile()),
    notedToday(number) {
      const today = new Date(deps.clock()).setHours(0, 0, 0, 0);
      const noted = store.notedSince(deps.profile(), today).find(({ call }) => sameNumber(otherParty(call), number));
      return noted === undefined ? null : { note: noted.work.note, outcome: noted.work.outcome || null };
    },
    counts,
    callChanged(call) {
      // An event is committed and told whatever becomes of this.
      unlessFailing(undefined, () => {
        judge(call, store.read([call.id])[0] ?? null);
        if (talkingSince(call) !== null) closeBy(call);
      });
    },
    refresh,
    async sweep() {
      const rule = deps.rules.now();
      if (rule === null) return;
      const keys = unlessFailing([], () =>
        store.undecided(deps.profile(), Math.max(rule.sinceMs, deps.clock() - longestSweepMs)),
      );
      for (const key of keys) {
        // Read only now, since the agent goes on meanwhile; each that waits is a commit of its own.
        unlessFailing(undefined, () => {
          for (const { call, work } of store.byKeys([key])) judge(call, work);
        });
        await deps.othersTurn();
      }
    },
  };
}
