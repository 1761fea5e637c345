import { useState } from 'react';
import { longestFilterName } from '../../../../shared/domain/history/history-wish.ts';
import { isNameTaken, renameFilter, useSavedFilters } from '../../../stores/saved-filters.ts';
import { useWords } from '../../../text/use-words.ts';
import { bindClasses } from '../../../ui/class-names.ts';
import { Field } from '../../../ui/field.tsx';
import styles from './saved-filters.module.css';

const cx = bindClasses(styles);

/** Another name for a kept filter: Enter keeps it, and so does leaving; one that cannot be kept stays there, with the reason. */
export function SavedFilterName(props: {
  readonly index: number;
  readonly name: string;
  /** `byKey`: the focus was not taken elsewhere. */
  readonly onEnd: (byKey: boolean) => void;
}) {
  const { index, name, onEnd } = props;
  const { t } = useWords();
  const [typed, setTyped] = useState(name);
  const [tried, setTried] = useState(false);
  const taken = useSavedFilters(({ filters }) => isNameTaken(filters ?? [], typed, index));
  const problem = typed.trim() === '' ? t('historyFilter.nameMissing') : taken ? t('historyFilter.taken') : null;
  const keep = async (byKey: boolean) => {
    setTried(true);
    if (problem === null && (typed.trim() === name || (await renameFilter(index, typed)))) onEnd(byKey);
  };
  return (
    <div className={cx('naming')}>
      <Field
        label={t('historyFilter.rename', { name })}
        labelHidden
        value={typed}
        maxLength={longestFilterName}
        autoFocus
        problem={tried ? problem : null}
        onChange={setTyped}
        onBlur={() => void keep(false)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') void keep(true);
          else if (event.key === 'Escape') onEnd(true);
          else event.continuePropagation();
        }}
      />
    </div>
  );
}
