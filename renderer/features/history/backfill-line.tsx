import { CircleCheck, CloudDownload, RefreshCw, TriangleAlert, X } from 'lucide-react';
import { useEffect } from 'react';
import { cancelFetching, fetchCalls, forgetFetched, useBackfill } from '../../stores/backfill.ts';
import { errorWords } from '../../text/error-words.ts';
import { formatAmount } from '../../text/format-amount.ts';
import { useWords } from '../../text/use-words.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { bindClasses } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { Progress } from '../../ui/progress.tsx';
import { Tooltip } from '../../ui/tooltip.tsx';
import { useLater } from '../../ui/use-later.ts';
import styles from './backfill-line.module.css';

const cx = bindClasses(styles);
/** The last hour is read within that, and nobody has to know. */
const longestQuietMs = 1500;

/** The way to fetch calls that nobody heard. */
export function FetchCalls() {
  const { t } = useWords();
  const running = useBackfill((store) => store.status.running !== null);
  return (
    <Tooltip text={t('backfill.fetch')}>
      <IconButton aria-label={t('backfill.fetch')} isDisabled={running} onPress={fetchCalls}>
        <Icon of={CloudDownload} size={18} />
      </IconButton>
    </Tooltip>
  );
}

/** The same in words, where nothing else is to be seen. */
export function FetchFirstCalls() {
  const { t } = useWords();
  const running = useBackfill((store) => store.status.running !== null);
  return (
    <Button isDisabled={running} onPress={fetchCalls}>
      <Icon of={CloudDownload} size={16} />
      {t('backfill.fetch')}
    </Button>
  );
}

/** How the fetching goes, and what came of it if that is worth a word. */
export function BackfillLine() {
  const { t, style } = useWords();
  const { running, done } = useBackfill((store) => store.status);
  const seenAtMs = useBackfill((store) => store.seenAtMs);
  const late = useLater(running !== null, longestQuietMs);
  const told = done !== null && done.atMs !== seenAtMs && (done.added > 0 || done.asked) ? done : null;
  // Who turns away from the list has read it.
  useEffect(() => forgetFetched, []);

  const amount = (count: number) => formatAmount(count, style.digits);
  if (running !== null && (running.asked || late)) {
    return (
      <div className={cx('line')}>
        <Icon of={RefreshCw} size={14} spinning />
        <div className={cx('words')}>
          <Progress
            label={t(running.waits ? 'backfill.waiting' : 'backfill.running')}
            done={running.part}
            total={1}
            words={t('backfill.read', { read: amount(running.read) })}
          />
        </div>
        <Button look="quiet" onPress={cancelFetching}>
          {t('backfill.cancel')}
        </Button>
      </div>
    );
  }
  if (running !== null || told === null) return null;
  const { added, error, cancelled } = told;
  const failure = error === null ? null : errorWords(error, t);
  const whole = error === null && !cancelled;
  const came = added > 0 ? t('backfill.added', { added: amount(added) }) : whole ? t('backfill.nothing') : '';
  return (
    <div className={cx('line', error !== null && 'bad')}>
      <Icon of={error === null ? CircleCheck : TriangleAlert} size={14} />
      <span role={error === null ? 'status' : 'alert'} className={cx('words')}>
        {[cancelled ? t('backfill.cancelled') : '', came, failure?.message, failure?.nextStep]
          .filter(Boolean)
          .join(' ')}
      </span>
      {error === null ? null : <Button onPress={fetchCalls}>{t('action.tryAgain')}</Button>}
      <IconButton aria-label={t('action.dismiss')} onPress={forgetFetched}>
        <Icon of={X} />
      </IconButton>
    </div>
  );
}
