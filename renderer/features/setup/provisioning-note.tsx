import type { AppState } from '../../../shared/ipc/contract.ts';
import { errorWords } from '../../text/error-words.ts';
import { useWords } from '../../text/use-words.ts';
import { Note } from '../../ui/note.tsx';

/** Says when the administrator's file was not applied; a success needs no words. */
export function ProvisioningNote({ provisioning }: { readonly provisioning: AppState['provisioning'] }) {
  const { t } = useWords();
  if (provisioning === null || provisioning.state !== 'failed') return null;
  const words = errorWords(provisioning.error, t);
  return (
    <Note tone="bad" title={t('setup.provisioningFailed')}>
      <p>{words.message}</p>
      <p>{words.nextStep}</p>
    </Note>
  );
}
