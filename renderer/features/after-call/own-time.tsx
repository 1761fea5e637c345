import { fromAbsolute, getLocalTimeZone, toCalendarDateTime, toZoned } from '@internationalized/date';
import { useState } from 'react';
import { DateField, DateInput, DateSegment, I18nProvider } from 'react-aria-components';
import { quickFollowUpAt } from '../../../shared/domain/after-call/follow-up.ts';
import { calendarLocale } from '../../text/format-time.ts';
import { useWords } from '../../text/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { bindClasses } from '../../ui/class-names.ts';
import styles from './own-time.module.css';
import { useTypedDigits } from './use-typed-digits.ts';

const cx = bindClasses(styles);

export interface OwnTimeProps {
  /** Where it begins; null: tomorrow morning. */
  readonly atMs: number | null;
  readonly onSave: (atMs: number) => void;
  readonly onCancel: () => void;
}

/** A day and a time in the calendar and the digits of the settings. One that went by is not taken. */
export function OwnTime({ atMs, onSave, onCancel }: OwnTimeProps) {
  const { t, style, digits } = useWords();
  const parts = useTypedDigits(digits);
  const zone = style.timeZone ?? getLocalTimeZone();
  const [value, setValue] = useState(() =>
    toCalendarDateTime(fromAbsolute(atMs ?? quickFollowUpAt('tomorrow', Date.now()), zone)),
  );
  const [tried, setTried] = useState(false);
  const chosenMs = toZoned(value, zone).toDate().getTime();
  const past = chosenMs <= Date.now();
  const save = () => {
    setTried(true);
    if (!past) onSave(chosenMs);
  };
  return (
    <form
      className={cx('own')}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDownCapture={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onCancel();
      }}
    >
      {/* Before the parts of the date hear of them: they keep every key to themselves. */}
      <div
        ref={parts}
        className={cx('parts')}
        onKeyDownCapture={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          save();
        }}
      >
        <I18nProvider locale={calendarLocale(style)}>
          <DateField
            className={cx('field')}
            aria-label={t('afterCall.ownTime')}
            granularity="minute"
            hourCycle={24}
            shouldForceLeadingZeros
            autoFocus
            isInvalid={tried && past}
            value={value}
            onChange={(next) => {
              if (next !== null) setValue(toCalendarDateTime(next));
            }}
          >
            <DateInput className={cx('input')} data-takes-digits>
              {(segment) => <DateSegment segment={segment} className={cx('part')} />}
            </DateInput>
          </DateField>
        </I18nProvider>
      </div>
      <Button look="primary" type="submit">
        {t('afterCall.set')}
      </Button>
      <Button onPress={onCancel}>{t('afterCall.cancel')}</Button>
      {tried && past ? (
        <span role="alert" className={cx('problem')}>
          {t('afterCall.past')}
        </span>
      ) : null}
    </form>
  );
}
