import type { TrayWords } from '../tray-words.ts';

export const tray: TrayWords = {
  program: 'دایال‌دسک',
  phase: {
    ringing: 'در حال زنگ',
    talking: 'مکالمه',
    'not-set-up': 'هنوز تنظیم نشده',
    connecting: 'در حال اتصال…',
    'not-connected': 'مرکز در دسترس نیست',
    'phone-unavailable': 'تلفن شما وصل نیست',
    paused: 'در وقفه',
    ready: 'آماده',
  },
  listener: {
    off: 'رویداد خاموش',
    starting: 'آغاز رویدادها',
    listening: 'رویداد روشن',
    'port-in-use': 'درگاه رویداد اشغال',
    'address-missing': 'بدون نشانی رویداد',
    'credentials-missing': 'بدون گذرواژهٔ رویداد',
    failed: 'خطای رویدادها',
  },
  noNumber: 'هنوز بدون شماره',
  quickDial: 'شماره‌گیری سریع…',
  pauseHotkeys: 'توقف کلیدهای میانبر',
  callAgain: 'تماس دوباره',
  favourites: 'برگزیده‌ها',
  call: { inbound: 'ورودی', outbound: 'خروجی', internal: 'داخلی', missed: 'از دست رفته' },
  missed: (count) => `از دست رفته (${count})`,
  open: 'باز کردن دایال‌دسک',
  settings: 'تنظیمات',
  quit: 'خروج از دایال‌دسک',
  told: {
    title: 'دایال‌دسک در سینی سیستم می‌ماند',
    text: 'تماس‌های شما همچنان دیده می‌شوند. برای پایان، در منوی نماد آن «خروج» را برگزینید.',
  },
};
