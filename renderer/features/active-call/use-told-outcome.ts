import type { Call } from '../../../shared/domain/call.ts';
import { callDisposition, callEnd } from '../../../shared/domain/call-view.ts';
import type { Disposition } from '../../../shared/domain/disposition.ts';
import { mayBeTakenElsewhere } from '../../../shared/domain/taken-elsewhere.ts';
import { useNow } from '../../ui/use-now.ts';

/** The record follows the end of a call by a moment; until then nothing is wrong. */
const recordDelayMs = 3000;

/** How a call ended; null while it is under way, or has just ended and its record may still come. */
export function useToldOutcome(call: Call): Disposition | null {
  const disposition = callDisposition(call);
  const end = callEnd(call);
  const waits = disposition === 'unknown' && end?.source === 'extension-state';
  const now = useNow(500, waits || mayBeTakenElsewhere(call, Date.now()));
  if (mayBeTakenElsewhere(call, now)) return null;
  return waits && Math.abs(now - end.atMs) < recordDelayMs ? null : disposition;
}
