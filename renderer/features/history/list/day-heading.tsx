import { dayOf } from '../../../text/format-time.ts';
import { useWords } from '../../../text/use-words.ts';
import { bindClasses } from '../../../ui/class-names.ts';
import styles from './day-heading.module.css';

const cx = bindClasses(styles);

/** Seen only: every row says its own date to a screen reader. */
export function DayHeading({ atMs, nowMs }: { readonly atMs: number; readonly nowMs: number }) {
  const { t, style, date } = useWords();
  const day = dayOf(atMs, nowMs, style);
  return (
    <div className={cx('day')} aria-hidden="true">
      {day === 'date' ? date(atMs, nowMs) : t(`time.${day}`)}
    </div>
  );
}
