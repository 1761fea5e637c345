import type { Call } from '../../../shared/domain/call.ts';
import { useSnapshot } from '../../stores/app-state.ts';
import { type CallPhase, watchedPhase } from './call-phase.ts';

/** What is said of a call now, which may have been left under way and not been watched since. */
export function usePhase(call: Call): CallPhase {
  const watchedSinceMs = useSnapshot((state) => state.watchedSinceMs);
  return watchedPhase(call, watchedSinceMs);
}
