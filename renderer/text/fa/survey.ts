import type { Strings } from '../en/index.ts';

export const survey: Strings['survey'] = {
  title: 'امتیاز نظرسنجی',
  score: 'امتیاز نظرسنجی {{score}}',
  unscored: 'نظرسنجی بی‌امتیاز',
  scale: '(مرکز تلفن نمی‌گوید از چند)',
};
