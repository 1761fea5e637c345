import { ArrowRightLeft } from 'lucide-react';
import type { Call } from '../../../shared/domain/call.ts';
import { chooseCall } from '../../stores/calls.ts';
import { useWords } from '../../text/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { NumberText } from '../../ui/number-text.tsx';
import { useOtherCalls } from './use-shown-calls.ts';

/** Turns to the next call under way, where there is more than the one that is shown. */
export function MoreCalls({ shown, short = false }: { readonly shown: Call; readonly short?: boolean }) {
  const { t, digits } = useWords();
  const { count, nextId } = useOtherCalls(shown.id);
  if (nextId === null) return null;
  const value = digits(String(count));
  const words = t(count === 1 ? 'card.moreOne' : 'card.moreMany', { value });
  return (
    <Button look="quiet" aria-label={words} preventFocusOnPress onPress={() => chooseCall(nextId)}>
      <Icon of={ArrowRightLeft} size={14} />
      {short ? <NumberText>{`+${value}`}</NumberText> : words}
    </Button>
  );
}
