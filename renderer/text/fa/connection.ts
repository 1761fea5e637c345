import type { Strings } from '../en/index.ts';

export const connection: Strings['connection'] = {
  label: 'وضعیت اتصال',
  pbx: {
    unknown: 'مرکز بررسی نشده',
    checking: 'بررسی مرکز تلفن',
    reached: 'مرکز آماده است',
    failed: 'مرکز در دسترس نیست',
    refused: 'مرکز دسترسی نمی‌دهد',
    untrusted: 'مرکز مورد اعتماد نیست',
  },
  events: {
    off: 'رویداد خاموش',
    starting: 'آغاز رویدادها',
    listening: 'رویداد روشن',
    'port-in-use': 'درگاه رویداد اشغال',
    'address-missing': 'بدون نشانی رویداد',
    'credentials-missing': 'بدون گذرواژهٔ رویداد',
    failed: 'خطای رویدادها',
  },
  turnedAway: 'گذرواژهٔ رویداد نادرست',
  noEventYet: 'هنوز رویدادی نیامده',
  openConnection: 'باز کردن تنظیمات اتصال',
  openEvents: 'باز کردن تنظیمات رویدادها',
};
