import { useSnapshot } from '../../stores/app-state.ts';
import { useKeypad } from '../../stores/keypad.ts';
import { usePresence } from '../../stores/presence.ts';
import { contactTrunkOf, useSuggestions } from '../../stores/suggestions.ts';
import { useAltHeld } from '../../use-alt-held.ts';
import { planTyped } from './typed-plan.ts';

/**
 * The trunk that a call to the typed number would go by if this one was `chosen`, as the line below the number says it; null: there
 * is no number yet. Who uses it is drawn anew when the trunk is another one, not with each digit.
 */
export function usePlannedTrunk(chosen: string | null): string | null {
  const settings = useSnapshot((state) => state.effective);
  const knows = usePresence((store) => store.planKnowledge);
  const asked = useSuggestions((store) => store.asked?.digits ?? null);
  const owner = useSuggestions((store) => store.owner);
  const altHeld = useAltHeld(false);
  return useKeypad(({ text, how }) => {
    const planWith = (contactTrunk: string | null) =>
      planTyped(text, settings, knows, chosen, { literal: altHeld || how.literal, contactTrunk });
    const plan = planWith(how.contactTrunk);
    if (plan.kind !== 'ready') return null;
    // What was found out about another number says nothing of this one.
    const contactTrunk = contactTrunkOf(how.contactTrunk, asked === plan.destination.digits ? owner : null);
    const whole = planWith(contactTrunk);
    return whole.kind === 'ready' ? whole.trunkName : null;
  });
}
