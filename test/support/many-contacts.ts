import type { ContactDraft } from '../../shared/domain/contact/contact.ts';
import { aDraft } from './contact-builders.ts';
import { seededRandom } from './seeded-random.ts';

/** First names as often as they are among people: the first of the list stands for many. */
const firstNames =
  'محمد علی فاطمه زهرا حسین رضا مهدی مریم امیر سارا زینب حسن معصومه مجید اکبر نرگس سعید پریسا کامران ژاله گلناز چنگیز'.split(
    ' ',
  );
const middle = ['', '', '', 'رضا', 'حسین', 'علی', 'مهدی'];
const lastNames =
  'محمدی حسینی احمدی رضایی مرادی کریمی موسوی جعفری صادقی رحیمی کاظمی میرزایی اکبری نوری یزدانی قاسمی شریفی باقری پورمحمد چگینی'.split(
    ' ',
  );
/** And many names that few have. */
const beginnings = 'کرم حسن نظر بهرام اسماعیل یعقوب شهر نیک خسرو قربان دهقان صفر طاهر سلیم جهان مهر گل پاک'.split(' ');
const endings = 'ی زاده پور نژاد فر یان لو وند پناه دوست منش خانی'.split(' ');
const latinFirst = 'Mohammad Ali Sara Reza John Anna David Maria Peter Lena Omar Zoe'.split(' ');
const latinLast = 'Karimi Smith Müller Tehrani Novak Rossi Ahmadi Johnson García Yılmaz'.split(' ');
const companies = ['', '', '', 'آسیاتک', 'Digikala', 'بانک ملت', 'Iran Khodro', 'شرکت پخش البرز', 'Acme Trading'];
const tags = ['VIP', 'مشتری', 'تهران', 'supplier', 'شیراز'];

/** Contacts as a company has them: a few names again and again, Persian ones three times of four, two numbers each. */
export function manyContacts(count: number, seed = 1): readonly ContactDraft[] {
  const random = seededRandom(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  // The square makes the first ones frequent.
  const oneOf = (list: readonly string[]) => list[Math.floor(random() ** 2 * list.length)] ?? '';
  const mobile = () => `09${['12', '35', '19', '01', '90'][below(5)]}${String(below(10_000_000)).padStart(7, '0')}`;
  const landline = () => `021${String(22_000_000 + below(66_000_000))}`;
  return Array.from({ length: count }, (_, index) => {
    const persian = random() < 0.75;
    const family = random() < 0.6 ? oneOf(lastNames) : `${oneOf(beginnings)}${oneOf(endings)}`;
    const name = persian
      ? [oneOf(firstNames), oneOf(middle), family].filter((part) => part !== '').join(' ')
      : `${oneOf(latinFirst)} ${oneOf(latinLast)}`;
    return aDraft(name, [mobile(), landline()], {
      company: oneOf(companies),
      tags: random() < 0.2 ? [oneOf(tags)] : [],
      note: random() < 0.15 ? `customer ${index}, تماس بعد از ساعت ${below(24)}` : '',
      favourite: random() < 0.0005,
    });
  });
}
