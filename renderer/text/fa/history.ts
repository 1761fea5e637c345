import type { Strings } from '../en/index.ts';

export const history: Strings['history'] = {
  label: 'تاریخچهٔ تماس',
  emptyTitle: 'هنوز تماسی نیست',
  emptyText: 'هر تماسی که بگیرید یا دریافت کنید، تازه‌ترین در بالا، با نتیجه‌اش اینجا می‌آید.',
  emptyAction: 'گرفتن شماره',
  callAgain: 'تماس دوباره با {{number}}',
  callBack: 'تماس متقابل با {{number}}',
  contact: 'مخاطب با شمارهٔ {{number}}',
  recorded: 'ضبط شده',
  loading: 'خواندن تاریخچه…',
  failed: 'تاریخچه خوانده نشد',
  olderFailed: 'تماس‌های قدیمی‌تر خوانده نشد.',
  search: 'جست‌وجوی تماس‌ها',
  searchHint: 'شماره، نام، یادداشت، برچسب',
  noneFound: 'تماسی پیدا نشد',
  noneFoundNext: 'شماره‌ها، نام‌ها، یادداشت‌ها و برچسب‌های تماس‌هایی که از پالایه می‌گذرند جست‌وجو می‌شود.',
  details: 'جزئیات تماس ساعت {{time}}',
  followUp: 'پیگیری',
};
