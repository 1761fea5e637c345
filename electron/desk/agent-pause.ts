import type { OwnQueue } from '../../shared/domain/pbx-directory.ts';
import type { DialerError } from '../../shared/errors.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import type { PbxDirectory } from '../directory/pbx/ports.ts';

/** Takes the agent out of a queue and back, as far as the PBX agrees. */
export type PauseAgent = (wish: {
  /** Null: all of the agent's queues. */
  readonly queue: string | null;
  readonly paused: boolean;
}) => Promise<Result<Record<string, never>, DialerError>>;

export interface AgentPause {
  readonly pause: PauseAgent;
  /** False: the PBX refused it to this account for want of the right, and did not do it since. */
  permitted(): boolean;
}

export function createAgentPause(deps: {
  readonly pbx: Pick<PbxDirectory, 'pauseAgent' | 'resumeAgent'>;
  /** Which PBX. */
  readonly owner: () => string;
  readonly agentNumber: () => string;
  readonly ownQueues: () => readonly OwnQueue[];
  readonly accepted: (queue: string, paused: boolean) => void;
  /** Whose rights count: another account has others. */
  readonly account: () => string;
  readonly onRight: () => void;
  /** It is known what came of it. Called before whoever asked is answered: the next wish goes by what is shown then. */
  readonly settled: () => void;
}): AgentPause {
  let deniedTo: string | null = null;
  let underWay: { readonly owner: string; readonly done: ReturnType<PauseAgent> } | null = null;
  const noteRight = (asked: string, denied: boolean) => {
    const next = denied ? asked : deniedTo === asked ? null : deniedTo;
    if (next === deniedTo) return;
    deniedTo = next;
    deps.onRight();
  };
  const change: PauseAgent = async ({ queue, paused }) => {
    const agent = deps.agentNumber();
    if (agent === '') return fail({ code: 'caller-missing' });
    const owner = deps.owner();
    const account = deps.account();
    const own = deps.ownQueues();
    const wanted = queue === null ? own : own.filter(({ number }) => number === queue);
    if (wanted.length === 0) return fail({ code: 'not-found' });
    let failure: DialerError | null = null;
    // One by one, and on after a refusal: of each queue the PBX decides by itself.
    for (const { number } of wanted) {
      // Queues of one PBX are nothing to another, which may have one of that number.
      if (deps.owner() !== owner) break;
      const answer = await (paused ? deps.pbx.pauseAgent(number, agent) : deps.pbx.resumeAgent(number, agent));
      if (answer.ok || answer.error.code === 'pbx-access-denied') noteRight(account, !answer.ok);
      if (answer.ok && deps.owner() === owner && deps.agentNumber() === agent) deps.accepted(number, paused);
      else if (!answer.ok) failure ??= answer.error;
    }
    return failure === null ? succeed({}) : fail(failure);
  };
  const pause: PauseAgent = (wish) => {
    // What is wished meanwhile goes by what was shown before the outcome: it gets that of the first one.
    if (underWay?.owner === deps.owner()) return underWay.done;
    const done = change(wish).finally(() => {
      if (underWay?.done === done) underWay = null;
      deps.settled();
    });
    underWay = { owner: deps.owner(), done };
    return done;
  };
  return { pause, permitted: () => deniedTo !== deps.account() };
}
