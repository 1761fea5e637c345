import type { DialerError } from '../../../shared/errors.ts';
import { closeNotice, useNotices } from '../../stores/notices.ts';
import { errorWords } from '../../text/error-words.ts';
import { useWords } from '../../text/use-words.ts';
import { Note } from '../../ui/note.tsx';

/** Says when the administrator's file was not applied; a success needs no words. */
export function ProvisioningNote({ error }: { readonly error: DialerError | null }) {
  const { t } = useWords();
  const closed = useNotices((store) => store.closed.has('set-up-file'));
  if (closed || error === null) return null;
  const words = errorWords(error, t);
  return (
    <Note tone="bad" title={t('setup.provisioningFailed')} onDismiss={() => closeNotice('set-up-file')}>
      <p>{words.message}</p>
      <p>{words.nextStep}</p>
    </Note>
  );
}
