import { useWords } from '../../text/use-words.ts';
import { Badge } from '../../ui/badge.tsx';
import { LinkButton } from '../../ui/button.tsx';
import { bindClasses } from '../../ui/class-names.ts';
import { SavedField } from '../../ui/saved-field.tsx';
import { useLock } from '../../ui/use-lock.ts';
import styles from './secret-field.module.css';

const cx = bindClasses(styles);

export interface SecretFieldProps {
  readonly label: string;
  readonly help: string;
  readonly isSet: boolean;
  /** A user name may be read while it is typed. */
  readonly readable?: boolean;
  /** Says that it is missing, where it is. */
  readonly missing?: string | null;
  readonly onSave: (value: string) => Promise<string | null>;
}

/** Takes a credential and never shows one: all that is known here is whether it is set. */
export function SecretField(props: SecretFieldProps) {
  const { label, help, isSet, readable = false, missing = null, onSave } = props;
  const { t } = useWords();
  const { isLocked } = useLock();
  return (
    <SavedField
      label={label}
      help={help}
      ltr
      secret={!readable}
      trouble={missing}
      value=""
      placeholder={isSet && !isLocked ? t('settings.connection.replace') : ''}
      // An empty field removes nothing; that has its own button.
      onSave={(text) => (text === '' ? Promise.resolve(null) : onSave(text))}
      aside={
        <span className={cx('state')}>
          {isSet && !isLocked ? (
            <LinkButton aria-label={`${t('settings.connection.remove')} (${label})`} onPress={() => void onSave('')}>
              {t('settings.connection.remove')}
            </LinkButton>
          ) : null}
          <Badge tone={isSet ? 'good' : 'quiet'}>
            {t(isSet ? 'settings.connection.isSaved' : 'settings.connection.notSaved')}
          </Badge>
        </span>
      }
    />
  );
}
