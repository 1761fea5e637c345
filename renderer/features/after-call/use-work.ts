import { useEffect } from 'react';
import type { CallWork } from '../../../shared/domain/after-call/call-work.ts';
import type { Outcome } from '../../../shared/domain/after-call/outcome.ts';
import { readWork, useCallWork, workOrNone } from '../../stores/after-call.ts';
import { useSnapshot } from '../../stores/app-state.ts';

/** What was added to the call, and whether that is known already. */
export function useWork(callId: string): { readonly work: CallWork; readonly known: boolean } {
  const work = useCallWork(callId);
  useEffect(() => {
    void readWork(callId);
  }, [callId]);
  return { work: workOrNone(work), known: work !== undefined };
}

export function useOutcomes(): readonly Outcome[] {
  return useSnapshot((state) => state.settings.afterCall.outcomes);
}

/** As it is called now; one that is gone from the settings by its code. */
export function useOutcomeName(): (code: string) => string {
  const outcomes = useOutcomes();
  return (code) => outcomes.find((outcome) => outcome.code === code)?.name ?? code;
}
