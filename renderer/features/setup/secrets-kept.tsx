import { LockKeyhole, LockKeyholeOpen } from 'lucide-react';
import { useState } from 'react';
import type { DialerError } from '../../../shared/errors.ts';
import { useSnapshot } from '../../stores/app-state.ts';
import { isFixed } from '../../stores/managed.ts';
import { allowUnprotected } from '../../stores/settings.ts';
import { useWords } from '../../text/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { bindClasses } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { Note } from '../../ui/note.tsx';
import { ErrorNote } from '../failure/error-note.tsx';
import styles from './secrets-kept.module.css';

const cx = bindClasses(styles);

/** Where the password will be kept, said before it is typed; without a keychain with the one choice there is. */
export function SecretsKept() {
  const { t } = useWords();
  const { protection, locked } = useSnapshot((state) => state.credentials);
  const mayChoose = useSnapshot(({ managed }) => !isFixed(managed, 'secrets.allowUnprotected'));
  const [failure, setFailure] = useState<DialerError | null>(null);
  const allow = async (allowed: boolean) => {
    const answer = await allowUnprotected(allowed);
    setFailure(answer.ok ? null : answer.error);
  };
  return (
    <>
      <div className={cx('kept', protection)}>
        <Icon of={protection === 'keychain' ? LockKeyhole : LockKeyholeOpen} />
        <p className={cx('words')}>{t(`setup.kept.${protection}`)}</p>
        {protection === 'keychain' || !mayChoose ? null : (
          <Button onPress={() => void allow(protection === 'memory')}>
            {t(protection === 'memory' ? 'setup.keepUnprotected' : 'setup.keepForRun')}
          </Button>
        )}
      </div>
      {locked ? <Note tone="wait" title={t('settings.secrets.locked')} /> : null}
      {failure === null ? null : <ErrorNote error={failure} withoutRemedy />}
    </>
  );
}
