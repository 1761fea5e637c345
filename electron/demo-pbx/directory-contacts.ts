export interface DirectoryContact {
  readonly name: string;
  readonly number: string;
  readonly description: string;
}

// Invented people; numbers are from blocks that read like Iranian ones, written in the ways found in real directories.
const contactRows: readonly (readonly [name: string, number: string, description?: string])[] = [
  ['Amir Tehrani', '09120001001', 'Prefers the morning'],
  ['زهرا محمدی', '09120001002', 'مشتری ویژه'],
  ['Behnam Karimi', '09120001003'],
  ['فاطمه احمدی', '09350001004', 'پیگیری سفارش ۱۲۳'],
  ['Cyrus Farahani', '09350001005'],
  ['علی رضایی', '09120001006'],
  ['Darya Shipping', '02188001007', 'Office, extension 12 for accounts'],
  ['شرکت آریا', '02188001008', 'دفتر مرکزی'],
  ['Elham Nouri', '09010001009'],
  ['سمیرا قاسمی', '09120001010'],
  ['Farhad Moini', '+989120001011', 'Number written with country code'],
  ['محمدرضا کاظمی', '09120001012'],
  ['Golnaz Abbasi', '09330001013'],
  ['کیوان یزدانی', '09120001014', 'نماینده فروش اصفهان'],
  ['Hamid Rostami', '09120001015'],
  ['یاسمن شریفی', '09350001016'],
  ['Iman Zand', '09210001017'],
  ['فروشگاه گلستان', '03138001018', 'اصفهان'],
  ['Jaleh Bahrami', '09120001019'],
  ['آرش کمانی', '09120001020'],
  ['Kamran Vaziri', '09370001021', 'Wants a call back on weekends'],
  ['پریسا نیک‌پور', '09120001022'],
  ['Ladan Hashemi', '09120001023'],
  ['بابک سلطانی', '00989350001024', 'با پیش‌شماره بین‌المللی'],
  ['Mehrdad Azizi', '09120001025'],
  ['ندا فرهادی', '09020001026'],
  ['Nima Jalali', '09120001027'],
  ['درمانگاه مهر', '02188001028', 'نوبت‌دهی'],
  ['Omid Taheri', '09360001029'],
  ['گلاره امینی', '09120001030'],
  ['Parisa Daneshvar', '09120001031'],
  ['سهراب رستگار', '09120001032'],
  ['Ramin Ebrahimi', '09390001033'],
  ['شیرین صالحی', '09120001034'],
  ['Shiraz Branch', '07138001035', 'Opens at 8:30'],
  ['توحید ملکی', '09140001036'],
  ['Taraneh Alavi', '09120001037'],
  ['لاله موسوی', '09120001038', 'صورت‌حساب باز دارد'],
  ['Vahid Sohrabi', '09150001039'],
  ['وحید ژاله', '09120001040'],
];

export const directoryContacts: readonly DirectoryContact[] = contactRows.map(([name, number, description = '']) => ({
  name,
  number,
  description,
}));

/** As many as are asked for, in no order, as a directory that grew for years. */
export function moreContacts(count: number): readonly DirectoryContact[] {
  return Array.from({ length: count }, (_, index) => ({
    name: `Customer ${(index * 7919) % 100_000}`,
    number: `0919${1_000_000 + index}`,
    description: '',
  }));
}

export function toContactRecord(contact: DirectoryContact, index: number): Record<string, unknown> {
  const minute = String(index % 60).padStart(2, '0');
  return {
    _id: `60461561095d840c2e47${String(7000 + index)}`,
    ...contact,
    date: `1402-12-18 15:${minute}:29`,
  };
}
