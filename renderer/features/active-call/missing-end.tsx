import type { Call } from '../../../shared/domain/call.ts';
import { dismissCall } from '../../stores/calls.ts';
import { useWords } from '../../text/use-words.ts';
import { LinkButton } from '../../ui/button.tsx';
import { Note } from '../../ui/note.tsx';

/** The only way to put away a call that was picked up and not seen to end: the agent knows better, and says so. */
export function MissingEnd({ call, how }: { readonly call: Call; readonly how: 'overdue' | 'quiet' }) {
  const { t } = useWords();
  return (
    <Note
      tone={how === 'overdue' ? 'wait' : 'info'}
      title={t(`card.missingEnd.${how}`)}
      action={<LinkButton onPress={() => dismissCall(call.id)}>{t('card.missingEnd.remove')}</LinkButton>}
    >
      {t('card.missingEnd.means')}
    </Note>
  );
}
