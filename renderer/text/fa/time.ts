import type { Strings } from '../en/index.ts';

export const time: Strings['time'] = {
  now: 'اکنون',
  secondsAgo: '{{value}} ثانیه پیش',
  minutesAgo: '{{value}} دقیقه پیش',
  hoursAgo: '{{value}} ساعت پیش',
  daysAgo: '{{value}} روز پیش',
  today: 'امروز',
  yesterday: 'دیروز',
};
