import type { Strings } from '../en/index.ts';

export const fileReason: Strings['fileReason'] = {
  'not-json': 'JSON درستی نیست.',
  'too-large': 'بیش از اندازه بزرگ است.',
  empty: 'چیزی در آن نیست.',
  'not-a-file': 'پرونده نیست.',
  'others-can-write':
    'جز مدیر سامانه کسان دیگری هم می‌توانند در آن یا در پوشه‌های بالای آن بنویسند. باید از آنِ root باشد و تنها او در آن بنویسد.',
  ENOENT: 'چنین پرونده‌ای نیست.',
  EACCES: 'اجازهٔ این کار را ندارید.',
  EPERM: 'اجازهٔ این کار را ندارید.',
  EROFS: 'آنجا چیزی را نمی‌توان تغییر داد.',
};
