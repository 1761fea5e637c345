import { showWork } from './after-call.ts';
import { showMissed } from './missed.ts';
import { leaveNumbers } from './numbers.ts';

/** The history shows all calls, and nothing else in their place. */
export function showAllCalls(): void {
  showWork(null);
  showMissed(false);
  leaveNumbers();
}
