import type { Strings } from '../en/index.ts';

export const app: Strings['app'] = { demoBadge: 'مرکز نمایشی', ownNumber: 'تلفن شما', noOwnNumber: 'تلفن تنظیم نشده' };
