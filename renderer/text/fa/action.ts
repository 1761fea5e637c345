import type { Strings } from '../en/index.ts';

export const action: Strings['action'] = {
  back: 'بازگشت',
  copied: 'رونوشت شد',
  saved: 'ذخیره شد',
  dismiss: 'بستن',
  notSaved: 'ذخیره نشده است؛ برای ذخیره، همین‌جا Enter را بزنید.',
  takeBack: 'بازگرداندن',
  tryAgain: 'تلاش دوباره',
  openSetting: 'باز کردن تنظیم',
  undo: 'برگرداندن',
};
