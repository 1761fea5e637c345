import type { Strings } from '../en/index.ts';

export const asked: Strings['asked'] = {
  label: 'خواستهٔ برنامه‌ای دیگر',
  from: { link: 'از یک پیوند: {{number}}', 'command-line': 'از خط فرمان: {{number}}' },
  extension: 'داخلی {{extension}}',
  contact: 'مخاطب {{contact}}',
  callerId: 'شناسهٔ تماس‌گیرنده {{callerId}}',
  note: 'یادداشت «{{note}}»',
  trunk: {
    missing: 'ترانک {{trunk}} اینجا نیست. ترانک شما برگزیده می‌ماند.',
    'list-unknown': 'روشن نیست که ترانک {{trunk}} باشد. ترانک شما برگزیده می‌ماند.',
  },
  notAllowed: 'تماس گرفته نشد: خط فرمان اجازهٔ تماس ندارد.',
  tooLate: 'تماس گرفته نشد: زمان زیادی از آن گذشته است.',
  bringBack: 'بازگرداندن {{number}}',
  code: {
    link: 'پیوندی کد {{code}} را می‌خواهد',
    'command-line': 'خط فرمان کد {{code}} را می‌خواهد',
    text: 'کدهایی که * یا # دارند می‌توانند تنظیمات را تغییر دهند، مانند فرستادن تماس‌های شما به دیگری. چیزی گرفته نشده است. در خانهٔ شماره گذاشته شود؟',
    take: 'گذاشته شود',
    leave: 'نه',
  },
  refused: { link: 'پیوندی به کار نرفت', 'command-line': 'شماره‌ای از خط فرمان به کار نرفت' },
  waits: {
    link: 'پیوندی {{number}} را می‌خواهد',
    'command-line': 'خط فرمان {{number}} را می‌خواهد',
    text: 'تا آماده شدن شماره‌گیر می‌ماند. چیزی گرفته نمی‌شود.',
  },
};
