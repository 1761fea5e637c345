import type { Strings } from '../en/index.ts';

export const shortcuts: Strings['shortcuts'] = {
  about: 'همهٔ کلیدها و کارشان.',
  menu: 'منو',
  group: {
    suggestions: 'پیشنهادهای زیر شماره',
    history: 'در تاریخچه',
    palette: 'در شماره‌گیری سریع',
    rules: 'در قاعده‌های شماره‌گیری',
  },
  name: {
    'suggestion-walk': 'گزینش شماره',
    'suggestion-take': 'گذاشتن در خانهٔ شماره',
    'suggestion-close': 'بستن فهرست',
    'history-walk': 'گزینش تماس',
    'history-leap': 'هشت تماس در یک گام',
    'history-ends': 'تازه‌ترین، کهنه‌ترین',
    'history-call': 'تماس دوباره یا متقابل',
    'palette-walk': 'گزینش برای تماس',
    'palette-digit': 'نخستین تا نهمین؛ پس از نام بی Alt',
    'palette-call': 'تماس با آن',
    'palette-trunk': 'ترانک بعدی',
    'palette-close': 'بستن',
    'rules-move': 'بالا، پایین',
    'rules-delete': 'حذف قاعده',
  },
};
