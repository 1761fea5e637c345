import type { Strings } from '../en/index.ts';

export const historyExport: Strings['historyExport'] = {
  open: 'خروجی گرفتن…',
  title: 'خروجی گرفتن از تماس‌ها',
  format: 'قالب',
  formatChoice: { csv: 'جدول (CSV)', json: 'قالب JSON' },
  formatHelp: {
    csv: 'برای اکسل و صفحه‌گسترده‌های دیگر. چیزی در آن به‌جای فرمول اجرا نمی‌شود و صفرهای شماره‌ها می‌مانند.',
    json: 'برای برنامه‌های دیگر: هر تماس با همهٔ دانسته‌ها.',
  },
  dates: 'تاریخ‌ها',
  datesChoice: { iso: 'میلادی', jalali: 'خورشیدی' },
  language: 'زبان جدول',
  mark: 'خوانا برای اکسل',
  markHelp: 'پرونده با نشانی آغاز می‌شود که اکسل بی آن حروف فارسی را نادرست نشان می‌دهد.',
  export: {
    one: 'خروجی گرفتن از {{amount}} تماس…',
    many: 'خروجی گرفتن از {{amount}} تماس…',
    more: 'خروجی گرفتن از بیش از {{amount}} تماس…',
  },
  exportAny: 'خروجی گرفتن…',
  writing: 'در حال خروجی گرفتن',
  written: 'تماس‌های نوشته‌شده تا کنون: {{amount}}',
  ofTotal: '{{done}} از {{total}}',
  cancel: 'لغو',
  done: { one: '{{amount}} تماس نوشته شد در', many: '{{amount}} تماس نوشته شد در' },
};
