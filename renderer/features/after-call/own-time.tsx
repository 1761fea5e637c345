import { fromAbsolute, getLocalTimeZone, toCalendarDateTime, toZoned } from '@internationalized/date';
import { useState } from 'react';
import { DateField, DateInput, DateSegment, I18nProvider } from 'react-aria-components';
import { quickFollowUpAt } from '../../../shared/domain/after-call/follow-up.ts';
import { useWords } from '../../text/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { bindClasses } from '../../ui/class-names.ts';
import styles from './own-time.module.css';

const cx = bindClasses(styles);

export interface OwnTimeProps {
  /** Where it begins; null: tomorrow morning. */
  readonly atMs: number | null;
  readonly onSave: (atMs: number) => void;
  readonly onCancel: () => void;
}

/** A day and a time in the calendar and the digits of the settings. One that went by is not taken. */
export function OwnTime({ atMs, onSave, onCancel }: OwnTimeProps) {
  const { t, style } = useWords();
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
  const calendar = style.calendar === 'persian' ? 'persian' : 'gregory';
  const numbers = style.digits === 'persian' ? 'arabext' : 'latn';
  const locale = `${style.language === 'fa' ? 'fa-IR' : 'en-GB'}-u-ca-${calendar}-nu-${numbers}`;
  return (
    <form
      className={cx('own')}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') {
          event.preventDefault();
          save();
        } else if (event.key === 'Escape') {
          event.stopPropagation();
          onCancel();
        }
      }}
    >
      <I18nProvider locale={locale}>
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
