import type { CallTableWords } from '../call-table-words.ts';
import { direction } from './direction.ts';
import { disposition } from './disposition.ts';

export const callTable: CallTableWords = {
  column: {
    date: 'تاریخ',
    time: 'ساعت',
    direction: 'جهت',
    result: 'نتیجه',
    number: 'شماره',
    name: 'نام',
    caller: 'تماس‌گیرنده',
    callee: 'مقصد',
    dialled: 'شمارهٔ گرفته‌شده',
    trunk: 'ترانک',
    queue: 'صف',
    wait: 'انتظار (ثانیه)',
    talk: 'مکالمه (ثانیه)',
    total: 'کل (ثانیه)',
    outcome: 'حاصل تماس',
    tags: 'برچسب‌ها',
    note: 'یادداشت',
    followUp: 'پیگیری',
    followUpDone: 'پیگیری‌شده',
    survey: 'امتیاز نظرسنجی',
    surveyLabel: 'نظرسنجی',
    recording: 'فایل ضبط',
    profile: 'پروفایل',
    ids: 'شناسه‌های تماس در مرکز',
  },
  direction,
  result: disposition,
};
