import type { Strings } from '../en/index.ts';

export const quickDial: Strings['quickDial'] = {
  title: 'شماره‌گیری سریع',
  field: 'شماره برای تماس',
  placeholder: 'شماره را بنویسید یا بچسبانید',
  pick: 'با ۱ تا ۹ برگزینید یا شماره بنویسید',
  list: 'شماره‌ها برای تماس',
  reading: 'خواندن متن برگزیده…',
  group: {
    selection: 'در متن برگزیده',
    clipboard: 'در متن رونوشت‌شده',
    inText: 'در این متن',
    lastCalled: 'آخرین تماس',
    typed: 'شماره',
    recent: 'تماس‌های اخیر',
  },
  notice: {
    selection: 'در متن برگزیده یا رونوشت‌شده شمارهٔ تلفنی نیست.',
    redial: 'هنوز شماره‌ای گرفته نشده است.',
    'no-call': 'اکنون تماسی در جریان نیست.',
  },
  nothing: {
    start: 'هنوز شماره‌ای گرفته نشده',
    startNext: 'شماره‌ای بنویسید یا متنی را که شماره دارد بچسبانید. شماره‌های گرفته‌شده اینجا می‌آیند.',
    noNumber: 'در این نوشته شمارهٔ تلفنی نیست',
    noNumberNext: 'رقم بنویسید یا متنی را که شماره دارد بچسبانید.',
  },
  extension: 'داخلی {{number}}',
  newNumber: 'هنوز گرفته نشده',
  direct: 'تماس با {{number}} تا سه ثانیهٔ دیگر',
  openMain: 'باز کردن دایال‌دسک',
  hint: { call: 'تماس', choose: 'گزینش', close: 'بستن', stop: 'توقف' },
};
