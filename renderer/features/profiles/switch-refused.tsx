import { Dialog } from 'react-aria-components';
import type { DialerError } from '../../../shared/errors.ts';
import { stayInProfile, switchProfile } from '../../stores/profiles.ts';
import { useWords } from '../../text/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { Note } from '../../ui/note.tsx';
import { ErrorNote } from '../failure/error-note.tsx';
import { Row } from '../settings/section.tsx';
import { useProfileName } from './use-profiles.ts';

export interface SwitchRefusedProps {
  readonly id: string;
  readonly error: DialerError;
}

/** Why the profile stayed the same. A call that is under way may be left alone, but only knowingly. */
export function SwitchRefused({ id, error }: SwitchRefusedProps) {
  const { t } = useWords();
  const name = useProfileName(id);
  return (
    <Dialog aria-label={t('profiles.switchToNamed', { name })}>
      {error.code === 'profile-in-call' ? (
        <Note
          tone="wait"
          title={t('profiles.inCallTitle')}
          action={
            <Row>
              <Button autoFocus look="primary" onPress={stayInProfile}>
                {t('profiles.stay')}
              </Button>
              <Button onPress={() => void switchProfile(id, true)}>{t('profiles.switchAnyway')}</Button>
            </Row>
          }
        >
          {t('profiles.inCallText', { name })}
        </Note>
      ) : (
        <ErrorNote error={error} />
      )}
    </Dialog>
  );
}
