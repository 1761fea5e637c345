import { Waypoints } from 'lucide-react';
import { useWords } from '../../text/use-words.ts';
import { bindClasses } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { KeyCap } from '../../ui/key-cap.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import styles from './quick-dial.module.css';

const cx = bindClasses(styles);
const turnKey = 'Tab';

/** By which way the call will go; Tab and a click turn to the next one. */
export function TrunkChip({ name, onTurn }: { readonly name: string; readonly onTurn: () => void }) {
  const { t } = useWords();
  const shown = name === '' ? t('trunk.byPbx') : name;
  return (
    <button
      type="button"
      // Tab itself turns the trunk.
      tabIndex={-1}
      className={cx('trunk')}
      title={name === '' ? t('trunk.byPbxNote') : name}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onTurn}
    >
      <VisuallyHidden>{t('trunk.label')} </VisuallyHidden>
      <Icon of={Waypoints} size={14} />
      <bdi className={cx('trunkName')}>{shown}</bdi>
      <KeyCap>{turnKey}</KeyCap>
    </button>
  );
}
