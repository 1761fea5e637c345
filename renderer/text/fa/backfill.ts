import type { Strings } from '../en/index.ts';

export const backfill: Strings['backfill'] = {
  fetch: 'دریافت تماس‌ها از مرکز تلفن',
  running: 'دریافت تماس‌ها',
  waiting: 'تلاش دوباره به‌زودی',
  read: '{{read}} تماس خوانده شد',
  cancel: 'انصراف',
  added: '{{added}} تماس افزوده شد.',
  nothing: 'تماسی جا نمانده بود.',
  cancelled: 'متوقف شد.',
  gap: 'نبود اطلاعات تماس از {{from}} تا {{until}}',
  gapOfDays: 'نبود اطلاعات تماس از {{day}} {{from}} تا {{until}}',
  reason: {
    unasked: 'هنوز از مرکز تلفن پرسیده نشده است.',
    denied: 'این حساب اجازهٔ خواندن گزارش‌ها را ندارد.',
    account: 'مرکز تلفن این حساب را نپذیرفت.',
    unreachable: 'مرکز تلفن در دسترس نبود.',
    slow: 'پاسخ مرکز تلفن بیش از اندازه طول کشید.',
    failed: 'گزارش‌ها تا پایان خوانده نشد.',
    cancelled: 'دریافت متوقف شد.',
  },
};
