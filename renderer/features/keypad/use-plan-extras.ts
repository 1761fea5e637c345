import { useSnapshot } from '../../stores/app-state.ts';
import { useWords } from '../../text/use-words.ts';
import { planExtras } from './plan-extras.ts';
import type { TypedPlan } from './typed-plan.ts';

/** What a rule changes besides number and trunk, in the words of the rule; empty: nothing. */
export function usePlanExtras(plan: TypedPlan): string {
  const { t, digits } = useWords();
  const settings = useSnapshot((state) => state.effective);
  if (plan.kind !== 'ready') return '';
  const { callerId, dialplanContext, callLimitSeconds } = planExtras(plan.call, settings);
  const parts: string[] = [];
  if (callerId !== null) parts.push(t('dialRules.does.callerId', { callerId: digits(callerId) }));
  if (dialplanContext !== null) parts.push(t('dialRules.does.context', { replace: { context: dialplanContext } }));
  if (callLimitSeconds !== null) parts.push(t('dialRules.does.limit', { seconds: digits(String(callLimitSeconds)) }));
  return parts.join(' · ');
}
