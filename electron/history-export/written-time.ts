import { fromAbsolute, PersianCalendar, toCalendar } from '@internationalized/date';

export const exportDates = ['iso', 'jalali'] as const;
export type ExportDates = (typeof exportDates)[number];

export interface WrittenTime {
  readonly date: string;
  readonly time: string;
  /** `+03:30` */
  readonly offset: string;
}

const persian = new PersianCalendar();

/** As `2026-11-22` or `1405-09-01`, and `18:33:05`; always in Latin digits, since programs read them. */
export function writtenTime(atMs: number, dates: ExportDates, timeZone: string): WrittenTime {
  const at = fromAbsolute(atMs, timeZone);
  const { year, month, day } = dates === 'jalali' ? toCalendar(at, persian) : at;
  const minutes = Math.round(at.offset / 60_000);
  const away = Math.abs(minutes);
  return {
    date: [String(year).padStart(4, '0'), two(month), two(day)].join('-'),
    time: [at.hour, at.minute, at.second].map(two).join(':'),
    offset: `${minutes < 0 ? '-' : '+'}${two(Math.floor(away / 60))}:${two(away % 60)}`,
  };
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
