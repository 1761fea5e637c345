import type { NotificationWords } from '../notification-words.ts';

export const notifications: NotificationWords = {
  incoming: (number) => `تماس از ${number}`,
  missed: (number) => `تماس از دست رفته: ${number}`,
  hidden: { incoming: 'تماس از شمارهٔ پنهان', missed: 'تماس از دست رفته، شمارهٔ پنهان' },
  pickUp: 'با تلفن خود پاسخ دهید',
  callBack: 'تماس دوباره',
  callNow: 'تماس',
  followUp: (party, others) => (others === null ? `پیگیری: ${party}` : `پیگیری: ${party} و ${others} مورد دیگر`),
  open: 'باز کردن',
  queue: (name) => `صف ${name}`,
  failed: (number) => `تماس با ${number} ناموفق بود`,
  notReached: (number) => `تماس با ${number} برقرار نشد`,
  unconfirmed: (number) => `تماس با ${number} تأیید نشد`,
  why: {
    busy: 'خط مشغول بود.',
    'no-answer': 'کسی پاسخ نداد.',
    'agent-no-answer': 'به تلفن خودتان پاسخ داده نشد.',
    failed: 'تماس برقرار نشد.',
    congestion: 'همهٔ خط‌ها مشغول‌اند.',
    refused: 'مرکز تلفن آن را نپذیرفت.',
    'not-sent': 'مرکز تلفن در دسترس نبود.',
    unconfirmed: 'مرکز تلفن به‌موقع پاسخ نداد. شاید تلفن شما هنوز زنگ بزند.',
  },
  connection: {
    pbx: {
      lost: { title: 'ارتباط با مرکز تلفن قطع شد', text: 'تا بازگشت آن نمی‌توان تماس گرفت.' },
      back: { title: 'ارتباط با مرکز تلفن برقرار شد', text: 'می‌توانید تماس بگیرید.' },
    },
    listener: {
      lost: { title: 'رویدادها نمی‌رسند', text: 'تا رفع آن، تماس‌ها دیده نمی‌شوند.' },
      back: { title: 'رویدادها دوباره می‌رسند', text: 'تماس‌ها همان دم دیده می‌شوند.' },
    },
  },
  test: { title: 'اعلان‌ها کار می‌کنند', text: 'دایال‌دسک تماس‌ها را این‌گونه خبر می‌دهد.' },
};
