import { answerRate } from '../../../shared/domain/call-numbers.ts';
import { useWords } from '../../text/use-words.ts';
import { bindClasses } from '../../ui/class-names.ts';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import type { ChartColumn } from './call-chart.tsx';
import styles from './days-table.module.css';
import { useNumberWords } from './use-number-words.ts';

const cx = bindClasses(styles);

/** The days up to today, the last of them first. */
export function DaysTable({ columns }: { readonly columns: readonly ChartColumn[] }) {
  const { t, duration } = useWords();
  const { amount, percent } = useNumberWords();
  return (
    <table className={cx('days')}>
      <caption>
        <VisuallyHidden>{t('numbers.byDay')}</VisuallyHidden>
      </caption>
      <thead>
        <tr>
          <th scope="col">{t('numbers.day')}</th>
          <th scope="col">{t('numbers.incoming')}</th>
          <th scope="col">{t('numbers.outgoing')}</th>
          <th scope="col">{t('numbers.talk')}</th>
          <th scope="col" className={cx('rate')}>
            {t('numbers.answerRate')}
          </th>
        </tr>
      </thead>
      <tbody>
        {columns.toReversed().map(({ key, name, numbers, isToday = false }) => (
          <tr key={key} className={cx(isToday && 'today')} aria-current={isToday ? 'date' : undefined}>
            <th scope="row">{isToday ? t('time.today') : <bdi>{name}</bdi>}</th>
            <td>{amount(numbers.incoming)}</td>
            <td>{amount(numbers.outgoing)}</td>
            <td>{duration(numbers.talkSeconds)}</td>
            <td className={cx('rate')}>{percent(answerRate(numbers))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
