import { useState } from 'react';
import type { ConnectionChecks } from '../../../shared/ipc/check-schema.ts';
import { startChecks, useChecks } from '../../stores/checks.ts';

export interface ConnectionTestRun {
  readonly start: () => void;
  readonly underWay: boolean;
  /** The account is accepted: what is set works as far as it can be known without a call. */
  readonly passed: boolean;
  readonly checks: ConnectionChecks | null;
}

/** Saves what is still only typed, then checks exactly that. `prepare` answers false when there is nothing to check. */
export function useConnectionTest(prepare?: () => Promise<boolean>): ConnectionTestRun {
  const [preparing, setPreparing] = useState(false);
  const checks = useChecks((store) => store.checks);
  const start = async () => {
    setPreparing(true);
    const ready = prepare === undefined || (await prepare());
    if (ready) await startChecks();
    setPreparing(false);
  };
  return {
    start: () => void start(),
    underWay: preparing || checks?.finished === false,
    passed: checks?.account.state === 'passed',
    checks: preparing ? null : checks,
  };
}
