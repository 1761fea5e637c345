import { CalendarDays, ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { type HistoryWish, quickSpans } from '../../../../shared/domain/history/history-wish.ts';
import { changeWish } from '../../../stores/history-desk.ts';
import { spanOf, wishedDays } from '../../../text/date-span.ts';
import { useWords } from '../../../text/use-words.ts';
import { bindClasses } from '../../../ui/class-names.ts';
import { Icon } from '../../../ui/icon.tsx';
import { OptionChips } from '../../../ui/option-chips.tsx';
import { RangeCalendar } from '../../../ui/range-calendar.tsx';
import styles from './days-filter.module.css';
import { quickSpanWords, useWishWords } from './use-wish-words.ts';

const cx = bindClasses(styles);

/** Some spans at once, any other in the calendar below them. */
export function DaysFilter({ days }: { readonly days: HistoryWish['days'] }) {
  const words = useWords();
  const { t, style } = words;
  const wordsOf = useWishWords();
  const [open, setOpen] = useState(days?.kind === 'days');
  const chosen = days?.kind === 'days' ? days : null;
  return (
    <div className={cx('days')}>
      <OptionChips
        label={t('historyFilter.days')}
        options={quickSpans.map((kind) => ({ value: kind, label: quickSpanWords(kind, words) }))}
        selected={days === undefined || days.kind === 'days' ? [] : [days.kind]}
        onToggle={(kind) => changeWish({ days: days?.kind === kind ? undefined : { kind } })}
      />
      <Button className={cx('other', chosen !== null && 'chosen')} aria-expanded={open} onPress={() => setOpen(!open)}>
        <Icon of={CalendarDays} size={14} />
        {chosen === null ? t('historyFilter.otherDays') : <bdi>{wordsOf({ part: 'days', value: chosen })}</bdi>}
        <span className={cx('fold', open && 'open')}>
          <Icon of={ChevronDown} size={14} />
        </span>
      </Button>
      {open ? (
        <RangeCalendar
          label={t('historyFilter.otherDays')}
          value={chosen === null ? null : spanOf(chosen, 0, style)}
          onChange={(span) => changeWish({ days: wishedDays(span) })}
        />
      ) : null}
    </div>
  );
}
