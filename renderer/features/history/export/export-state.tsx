import { CircleCheck } from 'lucide-react';
import { cancelCallExport, useHistoryExport } from '../../../stores/history-export.ts';
import { amountOf } from '../../../text/amount-of.ts';
import { formatAmount } from '../../../text/format-amount.ts';
import { useWords } from '../../../text/use-words.ts';
import { Button } from '../../../ui/button.tsx';
import { bindClasses } from '../../../ui/class-names.ts';
import { Icon } from '../../../ui/icon.tsx';
import { Progress } from '../../../ui/progress.tsx';
import { ErrorNote } from '../../failure/error-note.tsx';
import styles from './export-form.module.css';

const cx = bindClasses(styles);

/** How far it is, and what became of it. */
export function ExportState() {
  const { t, style } = useWords();
  const { busy, count, written, finished, error } = useHistoryExport();
  const number = (amount: number) => formatAmount(amount, style.digits);
  // Where nobody counted to the end there is no share to show.
  const total = count === null || count.more ? null : count.count;
  return (
    <>
      {busy && written !== null ? (
        <>
          {total === null ? (
            <p className={cx('written')}>{t('historyExport.written', { amount: number(written) })}</p>
          ) : (
            <Progress
              label={t('historyExport.writing')}
              done={Math.min(written, total)}
              total={total}
              words={t('historyExport.ofTotal', { done: number(Math.min(written, total)), total: number(total) })}
            />
          )}
          <Button autoFocus onPress={cancelCallExport}>
            {t('historyExport.cancel')}
          </Button>
        </>
      ) : null}
      <p role="status" className={cx('done')}>
        {finished === null ? null : (
          <>
            <Icon of={CircleCheck} />
            <span>
              {t(`historyExport.done.${amountOf(finished.calls)}`, { amount: number(finished.calls) })}{' '}
              <bdi>{finished.fileName}</bdi>
            </span>
          </>
        )}
      </p>
      {error === null ? null : <ErrorNote error={error} withoutRemedy />}
    </>
  );
}
