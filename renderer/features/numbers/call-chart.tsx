import { type ReactNode, useId, useState } from 'react';
import type { CallNumbers } from '../../../shared/domain/call-numbers.ts';
import { useWords } from '../../text/use-words.ts';
import { bindClasses } from '../../ui/class-names.ts';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import styles from './call-chart.module.css';
import { allCalls } from './counted.ts';
import { StackedBars } from './stacked-bars.tsx';
import { useNumberWords } from './use-number-words.ts';

const cx = bindClasses(styles);

export interface ChartColumn {
  readonly key: string;
  /** Below the bar. */
  readonly label: string;
  readonly name: string;
  readonly numbers: CallNumbers;
  readonly isToday?: boolean;
}

export interface CallChartProps {
  readonly title: string;
  /** What the columns are. */
  readonly heading: string;
  readonly columns: readonly ChartColumn[];
  /** The same in numbers, where all see it; else it is there for screen readers. */
  readonly table?: ReactNode;
}

/** Calls to the agent and by the agent, on top of each other. Its name says the most of it, the table all of it. */
export function CallChart({ title, heading, columns, table }: CallChartProps) {
  const { t } = useWords();
  const { amount } = useNumberWords();
  const id = useId();
  const [pointed, setPointed] = useState<number | null>(null);
  const most = columns.reduce<ChartColumn | null>(
    (best, column) => (best === null || allCalls(column.numbers) > allCalls(best.numbers) ? column : best),
    null,
  );
  const column = pointed === null ? undefined : columns[pointed];
  const inAndOut = ({ incoming, outgoing }: CallNumbers) =>
    t('numbers.inAndOut', { incoming: amount(incoming), outgoing: amount(outgoing) });
  const summary =
    most === null ? title : t('numbers.most', { title, name: most.name, amount: amount(allCalls(most.numbers)) });
  return (
    <section className={cx('chart')} aria-labelledby={id}>
      <div className={cx('head')}>
        <h3 id={id} className={cx('title')}>
          {title}
        </h3>
        <p className={cx('legend')} aria-hidden="true">
          {column === undefined ? (
            <>
              <span className={cx('key', 'incoming')} />
              {t('numbers.incoming')}
              <span className={cx('key', 'outgoing')} />
              {t('numbers.outgoing')}
            </>
          ) : (
            <span>
              <bdi>{column.name}</bdi>: {inAndOut(column.numbers)}
            </span>
          )}
        </p>
      </div>
      <div role="img" aria-label={summary} className={cx('bars')}>
        <StackedBars
          bars={columns.map(({ label, numbers }) => ({ label, below: numbers.incoming, above: numbers.outgoing }))}
          onPoint={setPointed}
        />
      </div>
      {table ?? (
        <VisuallyHidden>
          <table>
            <caption>{title}</caption>
            <thead>
              <tr>
                <th scope="col">{heading}</th>
                <th scope="col">{t('numbers.incoming')}</th>
                <th scope="col">{t('numbers.outgoing')}</th>
              </tr>
            </thead>
            <tbody>
              {columns.map(({ key, name, numbers }) => (
                <tr key={key}>
                  <th scope="row">{name}</th>
                  <td>{amount(numbers.incoming)}</td>
                  <td>{amount(numbers.outgoing)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </VisuallyHidden>
      )}
    </section>
  );
}
