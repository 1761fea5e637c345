import { chooseHistory, useProfiles } from '../../stores/profiles.ts';
import { useWords } from '../../text/use-words.ts';
import { Choice } from '../../ui/choice.tsx';
import { bindClasses } from '../../ui/class-names.ts';
import styles from './history.module.css';

const cx = bindClasses(styles);

/** Whose calls the history shows: all there are, unless the agent wants those of the active profile alone. */
export function HistoryScope() {
  const { t } = useWords();
  const all = useProfiles((store) => store.historyOfAll);
  return (
    <div className={cx('scope')}>
      <Choice
        labelHidden
        label={t('profiles.history')}
        value={all ? 'all' : 'own'}
        options={[
          { value: 'all', label: t('profiles.historyAll') },
          { value: 'own', label: t('profiles.historyOwn') },
        ]}
        onChange={(of) => chooseHistory(of === 'all')}
      />
    </div>
  );
}
