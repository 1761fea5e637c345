import { markedDoNotCall } from '../../shared/domain/contact/do-not-call.ts';
import type { TrunkState } from '../../shared/domain/pbx-directory.ts';
import { createDialPlanner } from '../calls/dial-plan.ts';
import { createOriginateCall, type OriginateIntent } from '../calls/originate-call.ts';
import { createResumeCalls } from '../calls/resume-calls.ts';
import { createSettleSilentCalls } from '../calls/settle-silent-calls.ts';
import { createWatchedSince } from '../calls/watched-since.ts';
import { createAgentChoices } from '../desk/agent-choices.ts';
import { isUnreachable } from '../desk/connection-monitor.ts';
import { createDismissedCalls } from '../desk/dismissed-calls.ts';
import { createUnderWay } from '../desk/under-way.ts';
import { logBug } from '../logging/log-bug.ts';
import type { Foundation } from './foundation.ts';
import type { WiredAfterCall } from './wire-after-call.ts';
import type { WiredContacts } from './wire-contacts.ts';
import type { WiredDirectory } from './wire-directory.ts';
import type { WiredEvents } from './wire-events.ts';
import type { WiredHistory } from './wire-history.ts';
import type { WiredPbx } from './wire-pbx.ts';
import type { WiredSettings } from './wire-settings.ts';

const longestFarewellMs = 2000;
const longestPlacingMs = 15_000;
/** Nobody gets out by these. */
const deadTrunks: ReadonlySet<TrunkState> = new Set(['unavailable', 'deactivated', 'removed']);

/** How calls are asked for and come to an end, and what the agent made of them. */
export function wireCalls(
  { clock, log, startedAtMs, changed }: Foundation,
  { effective, profile }: WiredSettings,
  { calls: store, calledNumbers, journal }: WiredHistory,
  pbx: WiredPbx,
  events: WiredEvents,
  contacts: Pick<WiredContacts, 'book'>,
  directory: WiredDirectory,
  afterCall: Pick<WiredAfterCall, 'desk'>,
) {
  let ending = false;
  const underWay = createUnderWay();
  const placing = createUnderWay();
  const dismissed = createDismissedCalls();
  const choices = createAgentChoices({ owner: directory.owner, clock, onChange: changed });
  const planner = createDialPlanner({
    settings: effective,
    clock,
    knows: {
      plan: directory.planKnowledge,
      pbxUnreachable: () => isUnreachable(pbx.monitor.status()),
      ownPhone: directory.ownPhone,
      trunkUnavailable: (trunkName) => deadTrunks.has(directory.trunkState(trunkName) ?? 'unknown'),
      trunkMissing: directory.lacksTrunk,
      contactTrunk: (digits) => contacts.book.names(profile(), [digits])[0]?.trunkName ?? null,
      doNotCall: (numbers) => markedDoNotCall(contacts.book.findByNumbers(profile(), numbers)),
      blacklisted: directory.isBlacklisted,
      called: (digits) => calledNumbers.find({ profile: profile(), digits, limit: 1 }).exact,
      notedToday: (digits) => afterCall.desk.notedToday(digits),
    },
  });
  const originate = createOriginateCall({
    pbx: { approach: pbx.client.approach, ...pbx.originateRight.watch(pbx.client) },
    store,
    journal,
    planner,
    identity: () => effective().identity,
    profile,
    clock,
    ending: () => ending,
  });
  const watchedSinceMs = createWatchedSince({ profile, clock, startedAtMs });
  const silent = createSettleSilentCalls({
    pbx: pbx.client,
    store,
    journal,
    reports: events.reports,
    profile,
    clock,
    watchedSinceMs,
    ownStatesArrive: events.ownStatesArrive,
  });
  return {
    choices,
    planner,
    watchedSinceMs,
    async originate(intent: OriginateIntent) {
      const answer = await underWay.add(placing.add(originate(intent)));
      choices.noteAnswer(answer);
      return answer;
    },
    /** No call is just being asked for, or its answer takes too long to wait for. */
    placed: () => placing.finished(longestPlacingMs),
    resume: createResumeCalls({ store, journal, clock }),
    settleSilent() {
      underWay.add(silent.settleDue()).catch(logBug(log, 'Silent calls could not be settled'));
    },
    dismissed: dismissed.list,
    dismiss(id: string) {
      dismissed.add(id);
      changed();
    },
    /** None is asked for any more. What became of one that is being placed is written down, if the PBX says so in time. */
    farewell() {
      ending = true;
      return underWay.finished(longestFarewellMs);
    },
  };
}

export type WiredCalls = ReturnType<typeof wireCalls>;
