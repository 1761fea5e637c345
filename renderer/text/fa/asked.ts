import type { Strings } from '../en/index.ts';

export const asked: Strings['asked'] = {
  label: 'خواستهٔ برنامه‌ای دیگر',
  from: { link: 'از یک پیوند: {{number}}', 'command-line': 'از خط فرمان: {{number}}' },
  extension: 'داخلی',
  contact: 'مخاطب',
  callerId: 'شناسهٔ تماس',
  note: 'یادداشت',
  trunk: {
    missing: 'ترانک {{trunk}} اینجا نیست؛ ترانک شما می‌ماند.',
    'list-unknown': 'روشن نیست که ترانک {{trunk}} باشد؛ ترانک شما می‌ماند.',
  },
  notAllowed: 'تماس گرفته نشد: خط فرمان اجازهٔ تماس ندارد.',
  tooLate: 'تماس گرفته نشد: زمان زیادی از آن گذشته است.',
  bringBack: 'بازگرداندن {{number}}',
  code: {
    link: 'پیوندی کد {{code}} را می‌خواهد',
    'command-line': 'خط فرمان کد {{code}} را می‌خواهد',
    text: 'کدها می‌توانند تنظیمات را تغییر دهند، مانند فرستادن تماس‌های شما به دیگری. چیزی گرفته نشده است.',
    take: 'گذاشتن در خانهٔ شماره',
    leave: 'صرف‌نظر',
  },
  refused: { link: 'پیوندی به کار نرفت', 'command-line': 'شماره‌ای از خط فرمان به کار نرفت' },
  waits: {
    link: 'پیوندی {{number}} را می‌خواهد',
    'command-line': 'خط فرمان {{number}} را می‌خواهد',
    text: 'تا آماده شدن شماره‌گیر می‌ماند. چیزی گرفته نمی‌شود.',
  },
};
