export const time = {
  now: 'now',
  secondsAgo: '{{value}} s ago',
  minutesAgo: '{{value}} min ago',
  hoursAgo: '{{value}} h ago',
  daysAgo: '{{value}} d ago',
  seconds: '{{value}} s',
  minutes: '{{value}} min',
  hours: '{{value}} h',
  days: '{{value}} d',
  today: 'Today',
  yesterday: 'Yesterday',
};
