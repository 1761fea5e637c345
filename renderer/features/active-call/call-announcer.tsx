import type { Call } from '../../../shared/domain/call.ts';
import { useWords } from '../../text/use-words.ts';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { announcedPhase } from './announced-phase.ts';
import { callPhase } from './call-phase.ts';

/** Always there, so that a screen reader hears the first change as well. */
export function CallAnnouncer({ call }: { readonly call: Call | null }) {
  const { t } = useWords();
  return <VisuallyHidden live="polite">{call === null ? '' : announcedPhase(call, callPhase(call), t)}</VisuallyHidden>;
}
