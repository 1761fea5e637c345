import type { Strings } from '../en/index.ts';

export const trunk: Strings['trunk'] = {
  label: 'ترانک',
  byPbx: 'خودکار',
  byPbxNote: 'به انتخاب مرکز تلفن',
  state: {
    ok: 'برقرار',
    unavailable: 'در دسترس نیست',
    deactivated: 'خاموش',
    removed: 'حذف شده',
    unknown: 'نامشخص',
  },
  told: '{{state}}، خبر {{age}}',
  showAll: 'نمایش ترانک‌ها',
  loading: 'خواندن ترانک‌ها…',
  notPermitted: 'این حساب API اجازهٔ دیدن ترانک‌ها را ندارد. نام را بنویسید.',
  failed: 'ترانک‌ها خوانده نشد. نام را بنویسید.',
  none: 'این مرکز ترانکی ندارد. خالی بگذارید.',
  favourite: 'افزودن {{trunk}} به برگزیده‌ها',
  notFavourite: 'برداشتن {{trunk}} از برگزیده‌ها',
  isFavourite: 'برگزیده',
  keepFor: 'همیشه {{trunk}} برای {{name}}',
  notKeepFor: 'پایان «همیشه {{trunk}}» برای {{name}}',
  notKept: 'ذخیره نشد. دوباره تلاش کنید.',
  useTyped: 'نام ترانک را بنویسید',
};
