export interface BlacklistEntry {
  readonly number: string;
  readonly comment: string;
}

export const directoryBlacklist: readonly BlacklistEntry[] = [
  { number: '09380009999', comment: 'Nuisance calls' },
  { number: '02188009999', comment: 'تبلیغات' },
];

export function toBlacklistRecord(entry: BlacklistEntry): Record<string, unknown> {
  return { _id: `6046159a095d840c2e4${entry.number.slice(-5)}`, ...entry, date: '1400-02-14 11:20:31' };
}
