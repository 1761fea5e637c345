import type { Call } from '../../../shared/domain/call.ts';
import { type CallLimitCountdown, callLimitCountdown } from '../../../shared/domain/call-limit.ts';
import { callState } from '../../../shared/domain/call-view.ts';
import { useSnapshot } from '../../stores/app-state.ts';
import { useNow } from '../../ui/use-now.ts';

/** The time left of a call that the PBX will end; null for any other. */
export function useCallLimit(call: Call): CallLimitCountdown | null {
  const rule = useSnapshot((state) => state.effective.callLimit);
  const now = useNow(250, call.callLimitSeconds !== null && callState(call) !== 'ended');
  return callLimitCountdown(call, now, rule);
}
