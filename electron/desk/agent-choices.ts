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

export function createAgentChoices(deps: { readonly clock: Clock; readonly onChange: () => void }): AgentChoices {
  let chosenTrunk: AppState['chosenTrunk'] = null;
  let chosenCall: AppState['chosenCall'] = null;
  let callFailures: AppState['callFailures'] = [];
  return {
    chooseTrunk(name) {
      chosenTrunk = name;
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
    read: () => ({ chosenTrunk, chosenCall, callFailures }),
  };
}
