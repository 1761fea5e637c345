import type { Strings } from '../en/index.ts';

export const tabs: Strings['tabs'] = { label: 'نماها', keypad: 'شماره‌گیر', history: 'تاریخچه', settings: 'تنظیمات' };
