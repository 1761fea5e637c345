import { type CallEvent, toCdrEvent, toSurveyEvent } from './call-event.ts';
import type { CallIds } from './call-ids.ts';
import type { CallOrder } from './call-order.ts';
import { type CallEnding, type CallScript, isLocal, type ScriptStep } from './call-script.ts';
import type { CdrStore } from './cdr-store.ts';
import { disorder } from './disorder.ts';
import type { EventSender } from './event-sender.ts';
import { type FinishedCall, recordFileOf } from './finished-call.ts';
import type { Pace } from './pace.ts';

export interface CallPlayerDeps {
  readonly pace: Pace;
  readonly store: CdrStore;
  readonly sender: EventSender;
  /** How far the times it writes into events are ahead of UTC. */
  readonly eventsAheadMs: number;
  /** Told before an event is sent and before the time to the next one begins. */
  readonly onEvent: (event: CallEvent) => void;
}

/** Lets accepted calls take place: waits, enters the call into the books and sends its events one after another. */
export class CallPlayer {
  readonly #deps: CallPlayerDeps;
  readonly #running = new Set<Promise<void>>();

  constructor(deps: CallPlayerDeps) {
    this.#deps = deps;
  }

  play(script: CallScript, order: CallOrder, ids: CallIds): void {
    const run = this.#run(script, order, ids).finally(() => this.#running.delete(run));
    this.#running.add(run);
  }

  async whenIdle(): Promise<void> {
    while (this.#running.size > 0) {
      await Promise.all(this.#running);
    }
  }

  async #run({ steps, ending, disordered }: CallScript, order: CallOrder, ids: CallIds): Promise<void> {
    const { pace, store, sender, eventsAheadMs, onEvent } = this.#deps;
    const times = { startedAtMs: Date.now(), answeredAtMs: null as number | null };
    let call: FinishedCall | null = null;
    let elapsedMs = 0;
    let delivered: Promise<unknown> = Promise.resolve();
    for (const step of disordered ? disorder(steps) : steps) {
      if (!(await pace.wait(step.atMs - elapsedMs))) {
        break;
      }
      elapsedMs = step.atMs;
      // Out of the blue for who is called: it begins when it comes in.
      if (step.what === 'event' && step.name === 'IncomingCall') {
        times.startedAtMs = Date.now();
      }
      if (step.what === 'answered') {
        times.answeredAtMs = Date.now();
      } else if (step.what === 'ended' && ending !== null) {
        call = toFinishedCall(order, ids, ending, times);
        store.add(call);
      } else {
        const event = toCallEvent(step, call === null ? null : later(call, eventsAheadMs), ending);
        if (event !== null) {
          onEvent(event);
          delivered = delivered.then(() => sender.sendOfCall(event, ids));
        }
      }
    }
    await delivered;
  }
}

function toCallEvent(step: ScriptStep, call: FinishedCall | null, ending: CallEnding | null): CallEvent | null {
  if (step.what === 'event') {
    return { name: step.name, fields: step.fields, withOriginatedCallId: step.name === 'OutgoingCall' };
  }
  if (call === null) {
    return null;
  }
  return step.what === 'survey-event' ? toSurveyEvent(call) : toCdrEvent(call, ending?.cdrSpelling ?? 'usual');
}

function later(call: FinishedCall, ms: number): FinishedCall {
  return { ...call, startedAtMs: call.startedAtMs + ms, endedAtMs: call.endedAtMs + ms };
}

/**
 * Start and end are read from the real clock, so that they suit the time at which the events arrive; seconds are
 * the script's, so that a fast demo PBX tells the same durations as a slow one.
 */
function toFinishedCall(
  order: CallOrder,
  ids: CallIds,
  ending: CallEnding,
  times: { startedAtMs: number; answeredAtMs: number | null },
): FinishedCall {
  return {
    pbxCallId: ids.pbxCallId,
    callType: ending.entryPoint !== '' ? 'incoming' : isLocal(order) ? 'local' : 'outgoing',
    caller: order.caller,
    callee: order.callee,
    disposition: ending.disposition,
    ...times,
    endedAtMs: Date.now(),
    waitSeconds: ending.waitSeconds,
    talkSeconds: ending.talkSeconds,
    recordFile: ending.recorded ? recordFileOf(ids.pbxCallId, times.startedAtMs) : '',
    entryPoint: ending.entryPoint,
    outgoingPoint: ending.outgoingPoint,
    survey: ending.survey,
  };
}
