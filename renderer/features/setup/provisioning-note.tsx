import type { AppState } from '../../../shared/ipc/app-state-schema.ts';
import { closeNotice, useNotices } from '../../stores/notices.ts';
import { errorWords } from '../../text/error-words.ts';
import { useWords } from '../../text/use-words.ts';
import { Note } from '../../ui/note.tsx';

/** Says when the administrator's file was not applied; a success needs no words. */
export function ProvisioningNote({ provisioning }: { readonly provisioning: AppState['provisioning'] }) {
  const { t } = useWords();
  const closed = useNotices((store) => store.closed.has('set-up-file'));
  if (closed || provisioning === null || provisioning.state !== 'failed') return null;
  const words = errorWords(provisioning.error, t);
  return (
    <Note tone="bad" title={t('setup.provisioningFailed')} onDismiss={() => closeNotice('set-up-file')}>
      <p>{words.message}</p>
      <p>{words.nextStep}</p>
    </Note>
  );
}
