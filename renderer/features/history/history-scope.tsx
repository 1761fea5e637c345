import { useEffect } from 'react';
import { hasSeveralProfiles } from '../../../shared/settings/profiles.ts';
import { useSnapshot } from '../../stores/app-state.ts';
import { type CallList, callsOfAll, ownCalls } from '../../stores/calls.ts';
import { chooseHistory, useProfiles } from '../../stores/profiles.ts';
import { useWords } from '../../text/use-words.ts';
import { Choice } from '../../ui/choice.tsx';
import { bindClasses } from '../../ui/class-names.ts';
import styles from './history.module.css';

const cx = bindClasses(styles);

export interface ShownHistory {
  readonly list: CallList;
  /** There is something to choose between. */
  readonly several: boolean;
  /** Calls of more than one profile stand in it. */
  readonly marked: boolean;
}

/** Whose calls the history shows: all there are, unless the agent wants those of the active profile alone. */
export function useShownHistory(): ShownHistory {
  const several = useSnapshot(({ settings }) => settings.mode === 'simotel' && hasSeveralProfiles(settings));
  const all = useProfiles((store) => store.historyOfAll) && several;
  useEffect(() => {
    if (all) void callsOfAll.show('all');
  }, [all]);
  return { list: all ? callsOfAll : ownCalls, several, marked: all };
}

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
