import { useEffect } from 'react';
import { copyLog, mayShowMore, readLog, showMoreOfLog, useLogView } from '../../stores/log-view.ts';
import { useWords } from '../../text/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { bindClasses } from '../../ui/class-names.ts';
import { Note } from '../../ui/note.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { AnswerBar } from './answer-bar.tsx';
import { LogEntries } from './log-entries.tsx';
import styles from './log-view.module.css';

const cx = bindClasses(styles);

/** What the program wrote down, newest first. It stands still until it is read again. */
export function LogView() {
  const { t, digits } = useWords();
  const view = useLogView();
  const { level, text, page, failed, copied } = view;
  useEffect(() => void readLog(), []);
  const amount = (value: number) => digits(String(value));
  const entries = page?.entries ?? [];
  const isEmpty = entries.length === 0;
  return (
    <div className={cx('view')}>
      <AnswerBar
        answer={
          isEmpty
            ? null
            : copied === null
              ? t('log.shown', { shown: amount(entries.length), total: amount(page?.total ?? 0) })
              : t('log.copied', { amount: amount(copied) })
        }
      >
        <Button onPress={() => void readLog()}>{t('log.refresh')}</Button>
        {isEmpty ? null : <Button onPress={() => void copyLog()}>{t('log.copy')}</Button>}
      </AnswerBar>
      {failed ? <Note announced tone="bad" title={t('log.failed')} /> : null}
      {page === null && !failed ? <Skeleton label={t('log.reading')} rows={3} shape="line" /> : null}
      {page === null ? null : isEmpty ? (
        <p className={cx('nothing')}>{t(level === 'info' && text.trim() === '' ? 'log.empty' : 'log.nothing')}</p>
      ) : (
        <LogEntries entries={entries} />
      )}
      {mayShowMore(view) ? (
        <div>
          <Button onPress={showMoreOfLog}>{t('log.more')}</Button>
        </div>
      ) : null}
    </div>
  );
}
