import type { Strings } from '../en/index.ts';

export const fileReason: Strings['fileReason'] = {
  'not-json': 'JSON درستی نیست.',
  'too-large': 'بیش از اندازه بزرگ است.',
  ENOENT: 'چنین پرونده‌ای نیست.',
  EACCES: 'اجازهٔ خواندنش را ندارید.',
};
