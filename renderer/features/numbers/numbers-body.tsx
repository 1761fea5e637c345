import { ChartColumn } from 'lucide-react';
import type { ReadNumbers } from '../../../shared/ipc/numbers-contract.ts';
import { useWords } from '../../text/use-words.ts';
import { bindClasses } from '../../ui/class-names.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { allCalls, type Counted } from './counted.ts';
import { DaysChart } from './days-chart.tsx';
import { EndingBars } from './ending-bars.tsx';
import { HoursChart } from './hours-chart.tsx';
import styles from './numbers.module.css';
import { NumbersTiles } from './numbers-tiles.tsx';
import type { Period } from './use-period.ts';

const cx = bindClasses(styles);

export function NumbersBody(props: {
  readonly period: Period;
  readonly counted: Counted;
  readonly endings: ReadNumbers['endings'];
}) {
  const { t } = useWords();
  const { period, counted, endings } = props;
  const { unit } = period;
  if (allCalls(counted.total) === 0) {
    return <EmptyState icon={ChartColumn} title={t(`numbers.none.${unit}`)} text={t('numbers.noneText')} />;
  }
  return (
    <div className={cx('body')}>
      <NumbersTiles numbers={counted.total} />
      {unit === 'day' ? null : <DaysChart period={period} days={counted.days} />}
      <div className={cx('pair')}>
        <HoursChart hours={counted.hours} />
        <EndingBars endings={endings} />
      </div>
      <p className={cx('definition')}>{t('numbers.definition')}</p>
    </div>
  );
}
