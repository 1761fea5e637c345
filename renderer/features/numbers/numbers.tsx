import { CircleAlert } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { choosePeriod, leaveNumbers, periodUnits } from '../../stores/numbers.ts';
import { errorWords } from '../../text/error-words.ts';
import { useWords } from '../../text/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { bindClasses } from '../../ui/class-names.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ViewHead } from '../../ui/view-head.tsx';
import { HistoryScope } from '../history/history-scope.tsx';
import styles from './numbers.module.css';
import { NumbersBody } from './numbers-body.tsx';
import { PeriodSteps } from './period-steps.tsx';
import { useCounted } from './use-counted.ts';
import { usePeriod } from './use-period.ts';

const cx = bindClasses(styles);

/** What the agent's own calls of a day, a week or a month add up to. */
export function Numbers() {
  const { t } = useWords();
  const period = usePeriod();
  const { counted, endings, failure, several, again } = useCounted(period);
  const frame = useRef<HTMLElement>(null);
  useEffect(() => frame.current?.focus(), []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    if (event.key === 'PageUp') period.step(-1);
    else if (event.key === 'PageDown') period.step(1);
    else if (event.key === 'Home') period.toNow();
    else return;
    event.preventDefault();
  };
  return (
    <section ref={frame} tabIndex={-1} aria-label={t('numbers.title')} className={cx('numbers')} onKeyDown={onKeyDown}>
      <ViewHead backLabel={t('numbers.back')} onBack={leaveNumbers} title={<h2>{t('numbers.title')}</h2>}>
        <Choice
          labelHidden
          label={t('numbers.unit')}
          value={period.unit}
          options={periodUnits.map((value) => ({ value, label: t(`numbers.units.${value}`) }))}
          onChange={(unit) => choosePeriod({ unit })}
        />
      </ViewHead>
      <PeriodSteps period={period} />
      {several ? <HistoryScope /> : null}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what is long is scrolled by the arrows */}
      <div className={cx('scroller')} tabIndex={0}>
        {counted !== null ? (
          <NumbersBody period={period} counted={counted} endings={endings} />
        ) : failure === null ? (
          <Skeleton label={t('numbers.loading')} />
        ) : (
          <EmptyState
            tone="bad"
            icon={CircleAlert}
            title={t('numbers.failed')}
            text={errorWords(failure, t).nextStep}
            action={<Button onPress={again}>{t('action.tryAgain')}</Button>}
          />
        )}
      </div>
    </section>
  );
}
