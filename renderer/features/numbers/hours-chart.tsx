import type { CallNumbers } from '../../../shared/domain/call-numbers.ts';
import { useWords } from '../../text/use-words.ts';
import { CallChart } from './call-chart.tsx';
import { shownHours } from './counted.ts';

/** When in the day the calls are. */
export function HoursChart({ hours }: { readonly hours: readonly CallNumbers[] }) {
  const { t, digits } = useWords();
  const { from, to } = shownHours(hours);
  const clock = (hour: number) => digits(`${String(hour).padStart(2, '0')}:00`);
  const columns = hours.slice(from, to + 1).map((numbers, at) => ({
    key: String(from + at),
    label: digits(String(from + at)),
    name: t('numbers.hours', { from: clock(from + at), to: clock(from + at + 1) }),
    numbers,
  }));
  return <CallChart title={t('numbers.byHour')} heading={t('numbers.hour')} columns={columns} />;
}
