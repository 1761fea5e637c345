export const time = {
  now: 'now',
  secondsAgo: '{{value}} s ago',
  minutesAgo: '{{value}} min ago',
  hoursAgo: '{{value}} h ago',
  daysAgo: '{{value}} d ago',
  today: 'Today',
  yesterday: 'Yesterday',
};
