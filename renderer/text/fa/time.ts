import type { Strings } from '../en/index.ts';

export const time: Strings['time'] = {
  now: 'اکنون',
  secondsAgo: '{{value}} ثانیه پیش',
  minutesAgo: '{{value}} دقیقه پیش',
  hoursAgo: '{{value}} ساعت پیش',
  daysAgo: '{{value}} روز پیش',
  seconds: '{{value}} ثانیه',
  minutes: '{{value}} دقیقه',
  hours: '{{value}} ساعت',
  days: '{{value}} روز',
  today: 'امروز',
  yesterday: 'دیروز',
  tomorrow: 'فردا',
  monthBefore: 'ماه پیش',
  monthAfter: 'ماه بعد',
  calendar: { gregorian: 'تقویم میلادی', persian: 'تقویم هجری خورشیدی' },
};
