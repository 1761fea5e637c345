import { UserRoundPlus } from 'lucide-react';
import { showContactOf } from '../../stores/contact-desk.ts';
import { useWords } from '../../text/use-words.ts';
import { IconButton } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useCanCall } from '../../use-can-call.ts';
import { useIsStranger } from '../../use-contact-name.ts';

/** Begins a contact for a number that is nobody's. */
export function AddStranger({ number }: { readonly number: string }) {
  const { t } = useWords();
  const stranger = useIsStranger(number);
  const callable = useCanCall(number);
  if (!stranger || !callable) return null;
  return (
    <IconButton aria-label={t('contacts.addTo')} preventFocusOnPress onPress={() => void showContactOf(number)}>
      <Icon of={UserRoundPlus} />
    </IconButton>
  );
}
