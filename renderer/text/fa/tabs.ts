import type { Strings } from '../en/index.ts';

export const tabs: Strings['tabs'] = {
  label: 'نماها',
  keypad: 'شماره‌گیر',
  contacts: 'مخاطبان',
  history: 'تاریخچه',
  settings: 'تنظیمات',
  missed: '{{value}} شمارهٔ از دست رفته که رسیدگی نشده است',
};
