import type { Strings } from '../en/index.ts';

export const disposition: Strings['disposition'] = {
  answered: 'پاسخ داده شد',
  'no-answer': 'بی‌پاسخ',
  busy: 'مشغول',
  failed: 'ناموفق',
  congestion: 'خط‌ها مشغول',
  'agent-no-answer': 'تلفن شما پاسخ داده نشد',
  cancelled: 'لغو شد',
  refused: 'پذیرفته نشد',
  'not-sent': 'فرستاده نشد',
  unknown: 'نتیجه نامعلوم',
  missed: 'از دست رفته',
  elsewhere: 'دیگری پاسخ داد',
  underWay: 'در جریان',
  unconfirmed: 'تأیید نشد',
};
