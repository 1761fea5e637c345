import { useRef } from 'react';
import { logLevels } from '../../../shared/domain/log-level.ts';
import { filterLog, useLogView } from '../../stores/log-view.ts';
import { useWords } from '../../text/use-words.ts';
import { bindClasses } from '../../ui/class-names.ts';
import { SearchField } from '../../ui/search-field.tsx';
import { Select } from '../../ui/select.tsx';
import { logEntriesId } from './log-entries.tsx';
import styles from './log-view.module.css';

const cx = bindClasses(styles);

/** How bad an entry has to be, and what it has to say somewhere. */
export function LogFilter() {
  const { t } = useWords();
  const level = useLogView((store) => store.level);
  const text = useLogView((store) => store.text);
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className={cx('view')}>
      <Select
        label={t('log.level')}
        value={level}
        options={logLevels.map((one) => ({ value: one, label: t(`log.levels.${one}`) }))}
        onChange={(next) => filterLog({ level: next })}
      />
      <SearchField
        label={t('log.search')}
        hint={t('log.searchHint')}
        clearLabel={t('log.clear')}
        value={text}
        maxLength={200}
        onChange={(next) => filterLog({ text: next })}
        onDown={() => document.getElementById(logEntriesId)?.focus()}
        inputRef={input}
      />
    </div>
  );
}
