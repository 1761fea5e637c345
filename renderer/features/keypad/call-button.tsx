import { Phone } from 'lucide-react';
import { useWords } from '../../text/use-words.ts';
import { bindClasses } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import styles from './call-button.module.css';

const cx = bindClasses(styles);

export interface CallButtonProps {
  readonly busy: boolean;
  readonly disabled: boolean;
  readonly onPress: () => void;
}

/** Leaves the focus in the number field, also while it is busy, and takes a held key for one press. */
export function CallButton({ busy, disabled, onPress }: CallButtonProps) {
  const { t } = useWords();
  const inert = busy || disabled;
  return (
    <button
      type="button"
      className={cx('call', inert && 'inert')}
      aria-disabled={inert}
      onMouseDown={(event) => event.preventDefault()}
      onKeyDown={(event) => {
        if (event.repeat) event.preventDefault();
      }}
      onClick={() => {
        if (!inert) onPress();
      }}
    >
      <Icon of={Phone} />
      {t('keypad.call')}
    </button>
  );
}
