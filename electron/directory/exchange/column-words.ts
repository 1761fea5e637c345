import type { NumberLabel } from '../../../shared/domain/contact/contact.ts';
import type { ColumnField } from '../../../shared/domain/exchange/import-file.ts';

/** In one writing: small letters, Persian forms of Arabic letters, one space between words. */
export function plainWords(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[يىئ]/g, 'ی')
    .replace(/ك/g, 'ک')
    .replace(/[ۀة]/g, 'ه')
    .replace(/[\u064b-\u0652\u0640]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The first that fits counts. Whole headings, in `plainWords`. */
const headings: readonly (readonly [RegExp, ColumnField])[] = [
  // Sounds, titles, mail, addresses and dates have no place in a telephone book, whatever words they are made of.
  [
    /phonetic|yomi|birthday|anniversary|address|street|city|zip|postal|country|e ?mail|website|web page|url|\bim\b/,
    'ignore',
  ],
  [/تولد|آدرس|نشانی|کد پستی|شهر|استان|ایمیل|رایانامه|پست الکترونیک|وب ?سایت/, 'ignore'],
  [/(?:phone|telephone|number|mobile|fax) (?:\d+ )?(?:type|label)$|^(?:نوع|عنوان) (?:شماره|تلفن)/, 'numberLabel'],
  [/^(?!organization 1 name$).*(?:e mail|website|relation|custom field|event|im|organization|address) \d+ /, 'ignore'],
  [/^do not call$|^dnc$|تماس نگیرید/, 'doNotCall'],
  [/^(?:first|given) ?name$|^forename$|^نام کوچک$/, 'firstName'],
  [/^(?:middle|additional) ?name$|^نام میانی$/, 'middleName'],
  [/^(?:last|family) ?name$|^surname$|^نام خانوادگی$|^فامیلی?$/, 'lastName'],
  [/^(?:full ?|display ?|contact ?|customer ?)?name$|^contact$|^customer$/, 'name'],
  [/^نام(?: و نام خانوادگی| و فامیلی?| کامل| مخاطب| مشتری)?$|^(?:مخاطب|مشتری)$/, 'name'],
  [/fax|فکس|نمابر|دورنگار/, 'fax'],
  [/pager|telex|tty/, 'ignore'],
  [/mobile|cell|handy|موبایل|همراه/, 'mobile'],
  [/^(?:ext|extension)(?: number)?$|داخلی/, 'extension'],
  [/(?:home|private).*(?:phone|tel|number)|(?:phone|tel) home|(?:تلفن|شماره).*(?:منزل|خانه)|^منزل$/, 'home'],
  [/(?:business|work|office|company main).*(?:phone|tel|number)|(?:phone|tel) (?:work|business|office)/, 'work'],
  [/(?:تلفن|شماره).*(?:کار|اداره|دفتر|شرکت)|^تلفن ثابت$/, 'work'],
  [/^(?:company|organi[sz]ation|employer|firm)(?: name)?$|^organization 1 name$|^account name$/, 'company'],
  [/^(?:نام )?(?:شرکت|سازمان|موسسه|محل کار)$/, 'company'],
  [/phone|telephone|^tel\b|^number$|^caller ?id$|تلفن|تماس|^شماره/, 'number'],
  [/^(?:categories|category|tags?|labels?|groups?|group membership)$|برچسب|گروه|دسته/, 'tags'],
  [/^(?:notes?|comments?|remarks?|description)$|یادداشت|توضیح|ملاحظات/, 'note'],
  [/^(?:favou?rite|starred)$|برگزیده|مورد علاقه/, 'favourite'],
  [/^trunk$|^ترانک$/, 'trunk'],
];

export function fieldOfHeading(heading: string): ColumnField | null {
  const words = plainWords(heading);
  return headings.find(([pattern]) => pattern.test(words))?.[1] ?? null;
}

const labels: readonly (readonly [RegExp, NumberLabel])[] = [
  [/fax|فکس|نمابر/, 'fax'],
  [/mobile|cell|iphone|handy|موبایل|همراه/, 'mobile'],
  [/home|منزل|خانه/, 'home'],
  [/work|business|office|company|main|کار|اداره|شرکت|دفتر/, 'work'],
  [/\bext|extension|داخلی/, 'extension'],
];

/** What kind of number a word of any program means. */
export function labelOfWord(word: string): NumberLabel | null {
  const words = plainWords(word);
  return labels.find(([pattern]) => pattern.test(words))?.[1] ?? null;
}
