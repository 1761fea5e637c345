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
  '30': { nationalPrefix: '' },
  '34': { nationalPrefix: '' },
  '36': { nationalPrefix: '06' },
  '39': { nationalPrefix: '' },
  '45': { nationalPrefix: '' },
  '47': { nationalPrefix: '' },
  '48': { nationalPrefix: '' },
  '61': { internationalPrefix: '0011' },
  '65': { nationalPrefix: '' },
  '81': { internationalPrefix: '010' },
  '351': { nationalPrefix: '' },
  '352': { nationalPrefix: '' },
  '420': { nationalPrefix: '' },
  '965': { nationalPrefix: '' },
  '968': { nationalPrefix: '' },
  '973': { nationalPrefix: '' },
  '974': { nationalPrefix: '' },
};

/** Prefixes for a country code such as `98`; most of the world writes `0` and `00`. */
export function countryDialling(countryCode: string): CountryDialling {
  return { nationalPrefix: '0', internationalPrefix: '00', ...exceptions[countryCode] };
}
