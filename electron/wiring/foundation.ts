import type { Call } from '../../shared/domain/call.ts';
import type { Clock } from '../calls/ports.ts';
import type { SendEvent } from '../ipc/event-sender.ts';
import type { Log } from '../logging/log.ts';

/** What every part is built on. */
export interface Foundation {
  readonly clock: Clock;
  readonly log: Log;
  readonly startedAtMs: number;
  /** To every window that hears of it. */
  readonly send: SendEvent;
  /** Something of what the windows show is different now. */
  readonly changed: () => void;
  /** A call is different now. */
  readonly callsChanged: () => void;
  /** A call came to be, or is different now. */
  readonly callChanged: (call: Call) => void;
}
