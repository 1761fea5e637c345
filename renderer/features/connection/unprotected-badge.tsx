import { LockOpen } from 'lucide-react';
import { Button as AriaButton, DialogTrigger } from 'react-aria-components';
import { useSnapshot } from '../../stores/app-state.ts';
import { showSettings } from '../../stores/view.ts';
import { useWords } from '../../text/use-words.ts';
import { LinkButton } from '../../ui/button.tsx';
import { bindClasses } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { InfoPopover } from '../../ui/info-popover.tsx';
import { Note } from '../../ui/note.tsx';
import styles from './unprotected-badge.module.css';

const cx = bindClasses(styles);

/** Passwords lie open on the disk because somebody chose so: small, and there for as long as it is true. */
export function UnprotectedBadge() {
  const { t } = useWords();
  const unprotected = useSnapshot(
    (state) => state.settings.mode === 'simotel' && state.credentials.protection === 'unprotected',
  );
  if (!unprotected) return null;
  return (
    <DialogTrigger>
      <AriaButton className={cx('badge')} preventFocusOnPress aria-label={t('connection.unprotected')}>
        <Icon of={LockOpen} size={14} />
        <span className={cx('word')}>{t('connection.unprotected')}</span>
      </AriaButton>
      <InfoPopover label={t('connection.unprotected')} at="start" holds="notes">
        {(close) => (
          <Note
            tone="wait"
            title={t('connection.notice.secrets-unprotected.title')}
            action={
              <LinkButton
                onPress={() => {
                  close();
                  showSettings('secrets');
                }}
              >
                {t('action.openSetting')}
              </LinkButton>
            }
          >
            {t('connection.notice.secrets-unprotected.text')}
          </Note>
        )}
      </InfoPopover>
    </DialogTrigger>
  );
}
