import type { CallNumbers } from '../../../shared/domain/call-numbers.ts';
import { dateWords, weekdayWords } from '../../text/date-span.ts';
import { useWords } from '../../text/use-words.ts';
import { CallChart } from './call-chart.tsx';
import { DaysTable } from './days-table.tsx';
import { daysOf } from './period.ts';
import type { Period } from './use-period.ts';

/** How the days of a week or a month were, as bars and as rows. */
export function DaysChart({ period, days }: { readonly period: Period; readonly days: readonly CallNumbers[] }) {
  const { t, style, digits } = useWords();
  const { unit, span, today } = period;
  const columns = daysOf(span).flatMap((day, at) => {
    const numbers = days[at];
    if (numbers === undefined) return [];
    const label = unit === 'week' ? weekdayWords(day, style) : digits(String(day.day));
    const isToday = day.compare(today) === 0;
    return { key: day.toString(), label, name: dateWords(day, today, style), numbers, isToday };
  });
  return (
    <CallChart
      title={t('numbers.byDay')}
      heading={t('numbers.day')}
      columns={columns}
      table={<DaysTable columns={columns.filter(({ key }) => key <= today.toString())} />}
    />
  );
}
