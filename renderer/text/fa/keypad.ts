import type { Strings } from '../en/index.ts';

export const keypad: Strings['keypad'] = {
  numberLabel: 'شماره تلفن',
  keys: 'صفحه‌کلید شماره‌گیر',
  call: 'تماس',
  backspace: 'پاک کردن آخرین رقم',
  empty: 'شماره را بنویسید یا بچسبانید',
  recall: 'با Enter شمارهٔ {{number}} برمی‌گردد',
  dialsVia: '{{number}} از ترانک {{trunk}} گرفته می‌شود',
  dialsByPlan: '{{number}} با طرح شماره‌گیری مرکز گرفته می‌شود',
  dialsExtension: 'داخلی {{number}} گرفته می‌شود',
  dialsCode: 'کد {{number}} گرفته می‌شود',
  calling: 'در حال پرسیدن از مرکز تلفن…',
};
