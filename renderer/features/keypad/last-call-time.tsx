import { dayOf } from '../../text/format-time.ts';
import { useWords } from '../../text/use-words.ts';
import { NumberText } from '../../ui/number-text.tsx';

/** When the last call to a number was: the time of today, the day of an earlier one; `within` a sentence or by itself. */
export function LastCallTime(props: {
  readonly atMs: number;
  readonly nowMs: number;
  readonly within?: boolean;
  /** Where a name needs the room. */
  readonly withoutWeekday?: boolean;
}) {
  const { atMs, nowMs, within = false, withoutWeekday = false } = props;
  const { t, style, clock, date } = useWords();
  const yesterday = t('time.yesterday');
  const day = dayOf(atMs, nowMs, style);
  if (day !== 'today' && day !== 'yesterday') return <bdi>{date(atMs, nowMs, !withoutWeekday)}</bdi>;
  return (
    <>
      {day === 'yesterday' ? `${within ? yesterday.toLocaleLowerCase(style.language) : yesterday} ` : null}
      <NumberText>{clock(atMs)}</NumberText>
    </>
  );
}
