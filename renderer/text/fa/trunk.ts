import type { Strings } from '../en/index.ts';

export const trunk: Strings['trunk'] = {
  label: 'ترانک',
  byPbx: 'خودکار',
  byPbxNote: 'به انتخاب مرکز تلفن',
  inactive: 'خاموش',
  showAll: 'نمایش ترانک‌ها',
  loading: 'خواندن ترانک‌ها…',
  notPermitted: 'این حساب API اجازهٔ دیدن ترانک‌ها را ندارد. نام را بنویسید.',
  failed: 'ترانک‌ها خوانده نشد. نام را بنویسید.',
  none: 'این مرکز ترانکی ندارد. خالی بگذارید.',
  useTyped: 'نام ترانک را بنویسید',
};
