import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import {
  RangeCalendar as AriaRangeCalendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  I18nProvider,
} from 'react-aria-components';
import { type DateSpan, monthWords, weekStart } from '../text/date-span.ts';
import { calendarLocale } from '../text/format-time.ts';
import { useWords } from '../text/use-words.ts';
import { IconButton, LinkButton } from './button.tsx';
import { bindClasses } from './class-names.ts';
import { Icon } from './icon.tsx';
import styles from './range-calendar.module.css';

const cx = bindClasses(styles);

export interface RangeCalendarProps {
  readonly label: string;
  readonly value: DateSpan | null;
  readonly onChange: (span: DateSpan) => void;
  readonly autoFocus?: boolean;
}

/**
 * A month in which the first and the last day are chosen; arrows walk days, page keys months. It begins in the agent's calendar and
 * turns to the other one, for a date that somebody else wrote.
 */
export function RangeCalendar({ label, value, onChange, autoFocus = false }: RangeCalendarProps) {
  const { t, style: own } = useWords();
  const [calendar, setCalendar] = useState(own.calendar);
  const style = { ...own, calendar };
  const other = calendar === 'persian' ? 'gregorian' : 'persian';
  return (
    <I18nProvider locale={calendarLocale(style)}>
      <AriaRangeCalendar
        className={cx('calendar')}
        aria-label={label}
        value={value === null ? null : { start: value.start, end: value.end }}
        autoFocus={autoFocus}
        firstDayOfWeek={weekStart(style)}
        onChange={onChange}
      >
        {({ state }) => (
          <>
            {' '}
            <header className={cx('head')}>
              <IconButton slot="previous" aria-label={t('time.monthBefore')}>
                <Icon of={ChevronLeft} mirrored />
              </IconButton>
              <span className={cx('month')} aria-hidden="true">
                {monthWords(state.visibleRange.start, style)}
              </span>
              <IconButton slot="next" aria-label={t('time.monthAfter')}>
                <Icon of={ChevronRight} mirrored />
              </IconButton>
            </header>
            <CalendarGrid className={cx('grid')} weekdayStyle={style.language === 'fa' ? 'narrow' : 'short'}>
              <CalendarGridHeader>
                {(day) => <CalendarHeaderCell className={cx('weekday')}>{day}</CalendarHeaderCell>}
              </CalendarGridHeader>
              <CalendarGridBody>{(date) => <CalendarCell date={date} className={cx('day')} />}</CalendarGridBody>
            </CalendarGrid>
          </>
        )}
      </AriaRangeCalendar>
      <span className={cx('other')}>
        <LinkButton onPress={() => setCalendar(other)}>{t(`time.calendar.${other}`)}</LinkButton>
      </span>
    </I18nProvider>
  );
}
