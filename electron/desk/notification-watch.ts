import type { OpenFollowUp } from '../../shared/domain/after-call/follow-up.ts';
import type { Call } from '../../shared/domain/call.ts';
import { isMissed, otherParty, talkingSince } from '../../shared/domain/call-view.ts';
import { sameNumber } from '../../shared/domain/destination.ts';
import type { AppState } from '../../shared/ipc/app-state-schema.ts';
import type { WindowName } from '../../shared/ipc/channels.ts';
import type { Clock } from '../calls/ports.ts';
import { createFollowUpNews } from './follow-up-news.ts';
import { followLine, isRestless, type LineState, lineNews, lineSignal, unknownLine } from './line-news.ts';
import { decide, type NotificationChange, type Told } from './notification-decision.ts';
import {
  callNews,
  type DeskNotification,
  type Grief,
  type Line,
  type News,
  type NotificationKind,
} from './notification-model.ts';
import { createNotificationPace } from './notification-pace.ts';
import { mayNotify } from './quiet-hours.ts';
import { createSoon } from './soon.ts';

const pauseMs = 50;
const lookAgainMs = 500;
/** A day's missed calls; of older ones the history tells. */
const mostCalls = 200;
const lines: readonly Line[] = ['pbx', 'listener'];

export interface NotificationFacts {
  readonly state: Pick<AppState, 'effective' | 'pbx' | 'listener' | 'missed'>;
  /**
   * The window of ours that the agent looks at. The main one shows calls and connections, the small one calls, the palette what became
   * at once of a call that was asked for there.
   */
  readonly inFront: WindowName | null;
  readonly dueFollowUps: readonly OpenFollowUp[];
}

/** Follows calls and connections, and tells what is to be said of them outside of the window. */
export interface NotificationWatch {
  callChanged(call: Call): void;
  /** Something else is different now. */
  changed(): void;
  stop(): void;
}

export function createNotificationWatch(deps: {
  readonly clock: Clock;
  readonly runningSinceMs: number;
  readonly nameOf: (number: string) => string;
  readonly facts: () => NotificationFacts;
  readonly publish: (change: NotificationChange) => void;
}): NotificationWatch {
  const calls = new Map<string, Call>();
  let told: ReadonlyMap<string, Told> = new Map();
  let lineStates: Readonly<Record<Line, LineState>> = { pbx: unknownLine, listener: unknownLine };
  let target = '';
  const pace = createNotificationPace(deps.publish);
  const followUpNews = createFollowUpNews();

  const look = () => {
    const nowMs = deps.clock();
    const facts = deps.facts();
    const news = new Map<string, News>();
    forgetOtherPbx(facts);
    for (const [id, call] of calls) {
      const now = callNews(call, { nowMs, runningSinceMs: deps.runningSinceMs, nameOf: deps.nameOf });
      if (now === 'nothing') calls.delete(id);
      else news.set(id, now);
    }
    const step = (line: Line) => followLine(lineStates[line], lineSignal(line, facts.state), nowMs);
    lineStates = { pbx: step('pbx'), listener: step('listener') };
    for (const line of lines) news.set(line, lineNews(line, lineStates[line]));
    const may = (kind: NotificationKind) => mayNotify(kind, facts.state.effective.notifications, minuteOfDay(nowMs));
    for (const reminder of followUpNews(facts.dueFollowUps, deps.nameOf)) {
      // What is due in quiet hours is said when they are over.
      if (told.has(reminder.key) || may('followUp')) news.set(reminder.key, reminder);
    }
    const decided = decide(told, news, {
      mayShow: (notification) => may(notification.kind) && !isInSight(notification, facts),
      seen: (notification) => isSeen(notification, facts),
    });
    told = decided.told;
    pace.take(decided.changes);
    const waits = [...news.values()].some((now) => now === 'wait' || (now !== 'nothing' && now.kind === 'incoming'));
    if (waits || lines.some((line) => isRestless(lineStates[line]))) again.ask();
  };
  const soon = createSoon(pauseMs, look);
  const again = createSoon(lookAgainMs, look);

  /** Calls and connections of the PBX that was left are nobody's news. */
  const forgetOtherPbx = ({ state: { effective } }: NotificationFacts) => {
    const now = JSON.stringify([effective.mode, effective.pbx.address, effective.identity.caller]);
    if (now === target) return;
    target = now;
    calls.clear();
    lineStates = { pbx: unknownLine, listener: unknownLine };
  };

  return {
    callChanged(call) {
      // Anew at the end: the oldest go first.
      calls.delete(call.id);
      if (settlesMissed(call)) forgetMissedOf(calls, call);
      calls.set(call.id, call);
      const [oldest] = calls.keys();
      if (calls.size > mostCalls && oldest !== undefined) calls.delete(oldest);
      soon.ask();
    },
    changed: soon.ask,
    stop() {
      soon.stop();
      again.stop();
      pace.stop();
    },
  };
}

/** A reminder is not in sight by itself: it calls the agent away from what is. */
function isInSight(notification: DeskNotification, { inFront }: NotificationFacts): boolean {
  if (notification.kind === 'followUp') return false;
  switch (inFront) {
    case null:
      return false;
    case 'main':
      return true;
    case 'compact':
      return notification.kind !== 'connection';
    case 'quick-dial':
      return notification.kind === 'failed' && toldAtOnce.includes(notification.how);
  }
}

const toldAtOnce: readonly Grief[] = ['refused', 'not-sent', 'unconfirmed'];

/** A missed call stays until the list of calls was looked at: the card holds but one of them. */
function isSeen(notification: DeskNotification, facts: NotificationFacts): boolean {
  return isInSight(notification, facts) && (notification.kind !== 'missed' || facts.state.missed.unseen === 0);
}

/** Who was called back, or talked to since, was not missed any more. */
function settlesMissed(call: Call): boolean {
  return call.outcome === 'accepted' || talkingSince(call) !== null;
}

function forgetMissedOf(calls: Map<string, Call>, call: Call): void {
  for (const [id, known] of calls) {
    const before = isMissed(known) && known.heard.firstAtMs <= call.heard.firstAtMs;
    if (before && sameNumber(otherParty(known), otherParty(call))) calls.delete(id);
  }
}

function minuteOfDay(atMs: number): number {
  const date = new Date(atMs);
  return date.getHours() * 60 + date.getMinutes();
}
