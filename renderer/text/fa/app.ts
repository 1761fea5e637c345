import type { Strings } from '../en/index.ts';

export const app: Strings['app'] = {
  title: 'دایال‌دسک',
  demoBadge: 'مرکز نمایشی',
  ownNumber: 'تلفن شما',
  noOwnNumber: 'تنظیم نشده',
  textLimit: 'بیش از این جا نمی‌شود: حداکثر {{amount}} نویسه.',
};
