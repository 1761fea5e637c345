import type { DialerError } from '../../shared/errors.ts';
import type { AppState } from '../../shared/ipc/app-state-schema.ts';
import type { OriginateResult } from '../../shared/ipc/call-contract.ts';
import type { Result } from '../../shared/result.ts';
import type { Clock } from '../calls/ports.ts';

/** Far more than anybody looks back at. */
const mostKept = 100;

/** What the agent chose, and what came of what was asked for: the same in every window. Kept for this run only. */
export interface AgentChoices {
  chooseTrunk(name: string | null): void;
  chooseCall(id: string): void;
  noteAnswer(answer: Result<OriginateResult, DialerError>): void;
  read(): Pick<AppState, 'chosenTrunk' | 'chosenCall' | 'callFailures'>;
}

export function createAgentChoices(deps: {
  /** Which PBX, of which profile: another one has other trunks. */
  readonly owner: () => string;
  readonly clock: Clock;
  readonly onChange: () => void;
}): AgentChoices {
  let trunk: { readonly owner: string; readonly name: string } | null = null;
  let chosenCall: AppState['chosenCall'] = null;
  let callFailures: AppState['callFailures'] = [];
  return {
    chooseTrunk(name) {
      trunk = name === null ? null : { owner: deps.owner(), name };
      deps.onChange();
    },
    chooseCall(id) {
      chosenCall = { id, atMs: deps.clock() };
      deps.onChange();
    },
    noteAnswer(answer) {
      if (!answer.ok || answer.value.outcome === 'accepted') return;
      const { callId, error } = answer.value;
      callFailures = [...callFailures, { callId, error }].slice(-mostKept);
      deps.onChange();
    },
    read() {
      // From the very moment of a switch on, and also when somebody comes back.
      if (trunk?.owner !== deps.owner()) trunk = null;
      return { chosenTrunk: trunk?.name ?? null, chosenCall, callFailures };
    },
  };
}
