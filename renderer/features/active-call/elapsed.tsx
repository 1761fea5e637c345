import type { Call } from '../../../shared/domain/call.ts';
import { secondsSinceBegin } from '../../../shared/domain/call-clock.ts';
import { callEnd } from '../../../shared/domain/call-view.ts';
import { useWords } from '../../text/use-words.ts';
import { NumberText } from '../../ui/number-text.tsx';
import { useNow } from '../../ui/use-now.ts';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';

/** How long the call has been going in all; nothing where its beginning was not seen. */
export function Elapsed({ call }: { readonly call: Call }) {
  const { t, running } = useWords();
  const now = useNow(250, callEnd(call) === null);
  const seconds = secondsSinceBegin(call, now);
  if (seconds === null) return null;
  return (
    <span title={t('card.sinceBegin')}>
      <VisuallyHidden>{t('card.sinceBegin')}</VisuallyHidden>
      <NumberText aligned>{running(seconds)}</NumberText>
    </span>
  );
}
