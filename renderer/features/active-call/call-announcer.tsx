import type { Call } from '../../../shared/domain/call.ts';
import { useWords } from '../../text/use-words.ts';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { announcedPhase } from './announced-phase.ts';
import { usePhase } from './use-phase.ts';
import { useOtherCalls } from './use-shown-calls.ts';
import { useToldOutcome } from './use-told-outcome.ts';

/** Always there, so that a screen reader hears the first change as well. */
export function CallAnnouncer({ call }: { readonly call: Call | null }) {
  return (
    <VisuallyHidden live="polite">
      {call === null ? null : (
        <>
          <Announced call={call} />
          <IncomingBeside shown={call} />
        </>
      )}
    </VisuallyHidden>
  );
}

function Announced({ call }: { readonly call: Call }) {
  const { t } = useWords();
  const outcome = useToldOutcome(call);
  return announcedPhase(call, usePhase(call), outcome, t);
}

/** Another one that begins to ring is said as well. */
function IncomingBeside({ shown }: { readonly shown: Call }) {
  const { t } = useWords();
  const { incoming } = useOtherCalls(shown.id);
  return incoming === null ? null : <p>{announcedPhase(incoming, 'incoming', null, t)}</p>;
}
