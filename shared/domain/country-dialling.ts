/** How numbers are dialled inside one country. Source: ITU-T "Dialling procedures" (national and international prefix). */
export interface CountryDialling {
  /** Digits before a national number, e.g. `0` in Iran; empty where there are none (Italy, Spain). */
  readonly nationalPrefix: string;
  /** Digits before a country code, e.g. `00`; North America uses `011`. */
  readonly internationalPrefix: string;
}

const exceptions: Readonly<Record<string, Partial<CountryDialling>>> = {
  '1': { nationalPrefix: '1', internationalPrefix: '011' },
  '7': { nationalPrefix: '8', internationalPrefix: '810' },
  '36': { nationalPrefix: '06' },
  '61': { internationalPrefix: '0011' },
  '62': { internationalPrefix: '001' },
  '65': { nationalPrefix: '', internationalPrefix: '001' },
  '66': { internationalPrefix: '001' },
  '81': { internationalPrefix: '010' },
  '82': { internationalPrefix: '001' },
  '234': { internationalPrefix: '009' },
  '254': { internationalPrefix: '000' },
  '255': { internationalPrefix: '000' },
  '256': { internationalPrefix: '000' },
  '375': { nationalPrefix: '8', internationalPrefix: '810' },
  '852': { nationalPrefix: '', internationalPrefix: '001' },
  '855': { internationalPrefix: '001' },
  '886': { internationalPrefix: '002' },
  '992': { nationalPrefix: '8', internationalPrefix: '810' },
  '993': { nationalPrefix: '8', internationalPrefix: '810' },
};

/** Numbers are dialled in full everywhere in these countries; a zero they begin with is part of the number. */
const withoutNationalPrefix = new Set(
  (
    '30 34 39 45 47 48 52 56 216 221 223 225 226 227 228 229 230 235 236 237 238 240 241 242 248 253 257 266 267 350 351 ' +
    '352 354 356 357 371 372 376 377 378 420 501 502 503 504 505 506 507 597 853 965 968 973 974'
  ).split(' '),
);

/** Asked for with every group of digits in a long text. */
const known = new Map<string, CountryDialling>();

/** Prefixes for a country code such as `98`; most of the world writes `0` and `00`. */
export function countryDialling(countryCode: string): CountryDialling {
  const before = known.get(countryCode);
  if (before !== undefined) return before;
  const dialling = {
    nationalPrefix: withoutNationalPrefix.has(countryCode) ? '' : '0',
    internationalPrefix: '00',
    ...exceptions[countryCode],
  };
  known.set(countryCode, dialling);
  return dialling;
}
