import type { Strings } from '../en/index.ts';

export const keypad: Strings['keypad'] = {
  numberLabel: 'شماره تلفن',
  keys: 'صفحه‌کلید شماره‌گیر',
  call: 'تماس',
  backspace: 'پاک کردن آخرین رقم',
  empty: 'شماره را بنویسید یا بچسبانید',
  demoExample: 'برای آزمایش: {{number}}',
  recall: 'با Enter شمارهٔ {{number}} برمی‌گردد',
  dialsVia: '{{number}} از ترانک {{trunk}} گرفته می‌شود',
  dialsByPlan: 'گرفتن {{number}} با طرح شماره‌گیری مرکز',
  dialsExtension: 'داخلی {{number}} گرفته می‌شود',
  dialsCode: 'کد {{number}} گرفته می‌شود',
  holdToClear: 'برای پاک کردن شماره نگه دارید',
  suggestions: 'شماره‌های پیشین',
  suggestionCount: 'شماره‌های پیشین: {{count}}. با کلیدهای جهت‌نما برگزینید.',
  oneCall: '{{calls}} تماس',
  manyCalls: '{{calls}} تماس',
  tryToday: {
    one: 'تلاش شمارهٔ {{number}} امروز',
    two: 'تلاش شمارهٔ {{number}} امروز',
    few: 'تلاش شمارهٔ {{number}} امروز',
    other: 'تلاش شمارهٔ {{number}} امروز',
  },
  lastCall: 'آخرین تماس {{when}}',
  lastCallEnded: 'آخرین تماس {{when}}، {{outcome}}',
  calling: 'در حال پرسیدن از مرکز تلفن…',
};
