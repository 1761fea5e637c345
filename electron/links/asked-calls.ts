import { randomUUID } from 'node:crypto';
import type { DiallingRules } from '../../shared/domain/destination.ts';
import type { DialerError } from '../../shared/errors.ts';
import type { AskedCall } from '../../shared/ipc/asked-contract.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import type { Arrival } from './read-arguments.ts';
import { type AskedNumber, readLink, readNumberArgument } from './read-link.ts';

/** Whoever wanted a call at once and had to wait longer than this, as for a set-up, is not surprised by it later. */
const longestWaitForCallMs = 30_000;

export interface AskedCalls {
  /** The newest takes the place of one before. */
  arrived(arrival: Arrival): void;
  /** Hands it over to the number field, once. `call`: it may be called at once, in the way of the button to call. */
  take(id: string): Result<{ readonly call: boolean }, DialerError>;
  dismiss(id: string): void;
  /** What stands open now, read by the rules of the moment; null when nothing does. */
  read(): AskedCall | null;
}

interface Kept {
  readonly id: string;
  readonly arrival: Arrival;
  readonly atMs: number;
  /** Null until the number field has it; then what became of the wish to call. */
  readonly taken: AskedToCall | null;
}

type AskedToCall = Extract<AskedCall, { kind: 'number' }>['call'];

/**
 * What links and the command line ask for, until the agent has done something about it. Kept here, so that it waits for a
 * keypad that is not there yet, and a page that loads anew does not fill it in twice.
 */
export function createAskedCalls(deps: {
  readonly clock: () => number;
  readonly rules: () => DiallingRules;
  /** The agent allowed the command line to place calls. */
  readonly mayCall: () => boolean;
  readonly onChange: () => void;
}): AskedCalls {
  let kept: Kept | null = null;
  const keep = (next: Kept | null) => {
    kept = next;
    deps.onChange();
  };
  const number = ({ arrival: { from, text } }: Kept) =>
    from === 'link' ? readLink(text, deps.rules()) : readNumberArgument(text, deps.rules());
  const callOf = ({ arrival, atMs }: Kept, { isCode }: AskedNumber): AskedToCall => {
    if (arrival.from === 'link' || !arrival.call || isCode) return 'no';
    if (!deps.mayCall()) return 'not-allowed';
    const waitedMs = deps.clock() - atMs;
    return waitedMs >= 0 && waitedMs < longestWaitForCallMs ? 'yes' : 'too-late';
  };
  return {
    arrived: (arrival) => keep({ id: randomUUID(), arrival, atMs: deps.clock(), taken: null }),
    take(id) {
      if (kept === null || kept.id !== id || kept.taken !== null) return fail({ code: 'not-found' });
      const asked = number(kept);
      if (!asked.ok) return fail({ code: 'not-found' });
      const taken = callOf(kept, asked.value);
      keep({ ...kept, taken });
      return succeed({ call: taken === 'yes' });
    },
    dismiss(id) {
      if (kept?.id === id) keep(null);
    },
    read() {
      if (kept === null) return null;
      const { id, taken } = kept;
      const { from } = kept.arrival;
      const asked = number(kept);
      if (!asked.ok) return { kind: 'refused', id, from, error: asked.error };
      return {
        kind: 'number',
        id,
        from,
        ...asked.value,
        call: taken ?? callOf(kept, asked.value),
        taken: taken !== null,
      };
    },
  };
}
