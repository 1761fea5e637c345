type Args = Readonly<Record<string, string>>;
export type ControlWord = string | ((args: Args, formatter: unknown) => string);

/**
 * What the library of controls says to screen readers by itself, by its packages and keys. It has no Persian of its own; what is not
 * here stays English.
 */
export const controls = {
  '@react-aria/calendar': {
    previous: 'پیشین',
    next: 'بعدی',
    selectedDateDescription: ({ date }: Args) => `تاریخ انتخاب‌شده: ${date}`,
    selectedRangeDescription: ({ dateRange }: Args) => `بازهٔ انتخاب‌شده: ${dateRange}`,
    todayDate: ({ date }: Args) => `امروز، ${date}`,
    todayDateSelected: ({ date }: Args) => `امروز، ${date}، انتخاب شده است`,
    dateSelected: ({ date }: Args) => `${date}، انتخاب شده است`,
    startRangeSelectionPrompt: 'برای انتخاب نخستین روز بازه فشار دهید',
    finishRangeSelectionPrompt: 'برای انتخاب آخرین روز بازه فشار دهید',
    minimumDate: 'نخستین تاریخ ممکن',
    maximumDate: 'آخرین تاریخ ممکن',
    dateRange: ({ startDate, endDate }: Args) => `${startDate} تا ${endDate}`,
  },
  '@react-aria/datepicker': {
    era: 'مبدأ',
    year: 'سال',
    month: 'ماه',
    day: 'روز',
    hour: 'ساعت',
    minute: 'دقیقه',
    second: 'ثانیه',
    dayPeriod: 'پیش یا پس از ظهر',
    calendar: 'تقویم',
    startDate: 'تاریخ آغاز',
    endDate: 'تاریخ پایان',
    weekday: 'روز هفته',
    timeZoneName: 'منطقهٔ زمانی',
    selectedDateDescription: ({ date }: Args) => `تاریخ انتخاب‌شده: ${date}`,
    selectedRangeDescription: ({ startDate, endDate }: Args) => `بازهٔ انتخاب‌شده: ${startDate} تا ${endDate}`,
    selectedTimeDescription: ({ time }: Args) => `ساعت انتخاب‌شده: ${time}`,
  },
  '@react-stately/datepicker': {
    rangeUnderflow: ({ minValue }: Args) => `باید ${minValue} یا پس از آن باشد.`,
    rangeOverflow: ({ maxValue }: Args) => `باید ${maxValue} یا پیش از آن باشد.`,
    rangeReversed: 'تاریخ آغاز باید پیش از تاریخ پایان باشد.',
    unavailableDate: 'این تاریخ را نمی‌توان انتخاب کرد.',
  },
  '@react-aria/overlays': { dismiss: 'بستن' },
  '@react-aria/spinbutton': { Empty: 'خالی' },
  '@react-aria/menu': { longPressMessage: 'برای باز کردن فهرست، نگه دارید یا Alt و پیکان پایین را فشار دهید' },
  'react-aria-components': {
    selectPlaceholder: 'یکی را برگزینید',
    tableResizer: 'تغییر اندازه',
    dropzoneLabel: 'جای رها کردن',
    colorSwatchPicker: 'نمونهٔ رنگ‌ها',
  },
};
