import { Download } from 'lucide-react';
import { saveRecording } from '../../stores/recordings.ts';
import { useWords } from '../../text/use-words.ts';
import { IconButton } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';

/** A copy where the person wants it; the system asks where. */
export function SaveRecording({ recordingId }: { readonly recordingId: string }) {
  const { t } = useWords();
  return (
    <IconButton aria-label={t('recording.save')} onPress={() => void saveRecording(recordingId)}>
      <Icon of={Download} />
    </IconButton>
  );
}
