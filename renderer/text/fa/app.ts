import type { Strings } from '../en/index.ts';

export const app: Strings['app'] = {
  title: 'دایال‌دسک',
  demoBadge: 'مرکز نمایشی',
  ownNumber: 'تلفن شما',
  noOwnNumber: 'تنظیم نشده',
  pageBroke: 'این پنجره از کار افتاد',
  pageBrokeNext: 'تماس‌ها ادامه دارند و آنچه ذخیره شده می‌ماند.',
  loadAnew: 'بارگذاری دوبارهٔ صفحه',
  textDropped: '{{amount}} نویسه از متن چسبانده‌شده جا نشد: حداکثر {{most}} نویسه.',
  textLimit: 'بیش از این جا نمی‌شود: حداکثر {{amount}} نویسه.',
};
