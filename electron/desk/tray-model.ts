import type { Call } from '../../shared/domain/call.ts';
import type { ExtensionState } from '../../shared/domain/call-event.ts';
import { isWatched } from '../../shared/domain/call-signs.ts';
import { callState, isMissed, otherParty } from '../../shared/domain/call-view.ts';
import { callsUnderWay } from '../../shared/domain/calls-under-way.ts';
import { parseDestination, sameNumber } from '../../shared/domain/destination.ts';
import type { Direction } from '../../shared/domain/disposition.ts';
import { isAllPaused, type OwnQueue, type OwnWord, ownWord } from '../../shared/domain/pbx-directory.ts';
import type { AppState } from '../../shared/ipc/app-state-schema.ts';
import { profilesOf } from '../../shared/settings/profiles.ts';

/** One picture each. */
export type TrayPicture = 'idle' | 'ringing' | 'talking' | 'missed' | 'offline' | 'paused';

/** What is known of the agent, the most pressing first told. */
export type AgentPhase =
  | 'ringing'
  | 'talking'
  | 'not-set-up'
  | 'connecting'
  | 'not-connected'
  | 'phone-unavailable'
  | 'paused'
  | 'ready';

export interface RecentCall {
  readonly number: string;
  readonly direction: Direction;
  readonly missed: boolean;
}

/** A contact that the agent marked. */
export interface Favourite {
  readonly name: string;
  readonly number: string;
}

/** Which of the profiles; its name is empty while it has neither name nor address. */
export interface TrayProfile {
  readonly id: string;
  readonly name: string;
  readonly active: boolean;
}

/** Everything the tray shows, without a word of any language. */
export interface TrayModel {
  readonly picture: TrayPicture;
  readonly agent: {
    readonly number: string;
    readonly phase: AgentPhase;
    /** The other party of the call that rings or is talked in; empty when nobody said who. */
    readonly with: string;
  };
  readonly listener: AppState['listener']['state'];
  /** Numbers that called in vain and were not called back, seen or not. */
  readonly missed: number;
  /** Follow-ups that are due. */
  readonly followUps: number;
  readonly recent: readonly RecentCall[];
  /** Whom the agent marked, as far as they have a number. */
  readonly favourites: readonly Favourite[];
  /** Whose the numbers of it are; those without a name are not in it. */
  readonly names: Readonly<Record<string, string>>;
  /** Calls can be asked for. */
  readonly quickDial: boolean;
  readonly hotkeysPaused: boolean;
  /** What can be done with all of the agent's queues; null: they are not known, or the PBX does not permit it. */
  readonly queues: 'pause' | 'resume' | null;
  /** Empty where there is nothing to switch between. */
  readonly profiles: readonly TrayProfile[];
}

export interface TrayFacts {
  readonly state: Pick<
    AppState,
    | 'settings'
    | 'effective'
    | 'pbx'
    | 'listener'
    | 'watchedSinceMs'
    | 'dismissedCalls'
    | 'missed'
    | 'afterCall'
    | 'hotkeys'
  >;
  /** Newest first, with all that are under way. */
  readonly calls: readonly Call[];
  /** As the PBX said last; null while it said nothing. */
  readonly ownPhone: ExtensionState | null;
  readonly favourites: readonly Favourite[];
  readonly ownQueues: readonly OwnQueue[];
  /** False: the PBX said that this account may not take agents out of queues. */
  readonly mayPause: boolean;
  /** Empty: the contacts have none for it. */
  readonly nameOf: (number: string) => string;
  readonly nowMs: number;
}

const mostRecent = 5;

export function trayModel({ state, calls, ownPhone, favourites, nameOf, nowMs, ...facts }: TrayFacts): TrayModel {
  const underWay = callsUnderWay(calls, new Set(state.dismissedCalls), nowMs);
  const call = pressing(underWay.filter((one) => isWatched(one, state.watchedSinceMs)));
  const own = ownWord(ownPhone, facts.ownQueues);
  const phase = call === null ? restingPhase(state, own) : isTalking(call) ? 'talking' : 'ringing';
  const recent = state.settings.mode === 'unset' ? [] : recentCalls(calls, state);
  const other = call === null ? '' : otherParty(call);
  const named = [other, ...recent.map(({ number }) => number)]
    .map((number) => [number, number === '' ? '' : nameOf(number)] as const)
    .filter(([, name]) => name !== '');
  return {
    picture: trayPicture(phase, state),
    agent: { number: state.effective.identity.caller, phase, with: other },
    listener: state.listener.state,
    missed: state.missed.unhandled,
    followUps: state.afterCall.due,
    quickDial: state.settings.mode !== 'unset',
    hotkeysPaused: state.hotkeys.paused,
    queues: ownQueuesSwitch(facts),
    profiles: trayProfiles(state.settings),
    recent,
    favourites: state.settings.mode === 'unset' ? [] : favourites,
    names: Object.fromEntries(named),
  };
}

/**
 * What asks for something now comes first: a phone that rings, then a talk; then that nothing can come in, that nobody lets anything
 * come in, that something came in vain.
 */
function trayPicture(phase: AgentPhase, { listener, missed }: TrayFacts['state']): TrayPicture {
  if (phase === 'ringing' || phase === 'talking') return phase;
  if (phase !== 'ready' && phase !== 'paused') return 'offline';
  if (deafStates.has(listener.state)) return 'offline';
  if (phase === 'paused') return 'paused';
  return missed.unseen > 0 ? 'missed' : 'idle';
}

/** Nothing is heard of calls although it should be. */
const deafStates: ReadonlySet<AppState['listener']['state']> = new Set([
  'port-in-use',
  'address-missing',
  'credentials-missing',
  'failed',
]);

function restingPhase({ settings, pbx }: TrayFacts['state'], own: OwnWord): AgentPhase {
  if (settings.mode === 'unset') return 'not-set-up';
  if (pbx.state === 'failed') return 'not-connected';
  if (pbx.state !== 'reached') return 'connecting';
  if (own === 'unavailable') return 'phone-unavailable';
  return own === 'paused' ? 'paused' : 'ready';
}

function ownQueuesSwitch({ ownQueues, mayPause }: Pick<TrayFacts, 'ownQueues' | 'mayPause'>): TrayModel['queues'] {
  if (!mayPause || ownQueues.length === 0) return null;
  return isAllPaused(ownQueues) ? 'resume' : 'pause';
}

function trayProfiles(settings: AppState['settings']): readonly TrayProfile[] {
  if (settings.mode === 'unset' || settings.otherProfiles.length === 0) return [];
  return profilesOf(settings).map(({ id, name, active }) => ({ id, name, active: active && settings.mode !== 'demo' }));
}

/** One that rings before one that is talked in: it is new. */
function pressing(underWay: readonly Call[]): Call | null {
  return underWay.find((call) => !isTalking(call)) ?? underWay.at(0) ?? null;
}

function isTalking(call: Call): boolean {
  return callState(call) === 'talking';
}

/** The last numbers that can be called, each once. */
function recentCalls(calls: readonly Call[], { effective }: TrayFacts['state']): readonly RecentCall[] {
  const recent: RecentCall[] = [];
  for (const call of calls) {
    const number = otherParty(call);
    if (sameNumber(number, effective.identity.caller) || recent.some((known) => sameNumber(known.number, number))) {
      continue;
    }
    if (!parseDestination(number, effective.identity).ok) continue;
    recent.push({ number, direction: call.direction, missed: isMissed(call) });
    if (recent.length === mostRecent) break;
  }
  return recent;
}
