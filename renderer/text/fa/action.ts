import type { Strings } from '../en/index.ts';

export const action: Strings['action'] = {
  back: 'بازگشت',
  copied: 'رونوشت شد',
  saved: 'ذخیره شد',
  tryAgain: 'تلاش دوباره',
  openSetting: 'باز کردن تنظیم',
};
