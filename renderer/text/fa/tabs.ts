import type { Strings } from '../en/index.ts';

export const tabs: Strings['tabs'] = {
  label: 'نماها',
  keypad: 'شماره‌گیر',
  contacts: 'مخاطبان',
  history: 'تاریخچه',
  settings: 'تنظیمات',
  missed: '{{value}} تماس از دست رفته که پیگیری نشده است',
};
