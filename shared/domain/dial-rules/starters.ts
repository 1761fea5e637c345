import { type BlockAction, type DialAction, type DialRule, dialsAsTyped } from './dial-rule.ts';

/** The rules that a list for Iran begins with, in their order; their names and reasons are in the language of who takes them. */
export const iranStarterRules = [
  'premium',
  'mobile',
  'mobileWithoutZero',
  'mobileWithCountryCode',
  'city',
  'tehran',
  'shortServices',
  'international',
] as const;
export type IranStarterRule = (typeof iranStarterRules)[number];

interface Starter {
  readonly pattern: string;
  readonly change?: Partial<DialAction>;
  readonly blocks?: true;
  /** Depends on the place or on the PBX: there to be turned on. */
  readonly off?: true;
  readonly alsoExtensions?: true;
}

const iran: Readonly<Record<IranStarterRule, Starter>> = {
  // Services that are billed by the minute.
  premium: { pattern: '_909XXXXXXX', blocks: true },
  mobile: { pattern: '_09XXXXXXXXX' },
  // As spreadsheets leave it.
  mobileWithoutZero: { pattern: '_9XXXXXXXXX', change: { prepend: '0' } },
  mobileWithCountryCode: { pattern: '_989XXXXXXXXX', change: { strip: 2, prepend: '0' } },
  city: { pattern: '_0[1-8]XXXXXXXXX' },
  tehran: { pattern: '_[2-9]XXXXXXX', change: { prepend: '021' }, off: true },
  // 110, 115, 125: as short as extensions, so they are one only where the PBX has none like these.
  shortServices: { pattern: '_1XX', alsoExtensions: true, off: true },
  international: { pattern: '_00X.' },
};

export function iranStarter(
  names: Readonly<Record<IranStarterRule, string>>,
  premiumReason: string,
): readonly DialRule[] {
  return iranStarterRules.map((key) => {
    const { pattern, change, blocks, off, alsoExtensions } = iran[key];
    const block: BlockAction = { kind: 'block', reason: premiumReason };
    return {
      name: names[key],
      enabled: off !== true,
      alsoExtensions: alsoExtensions === true,
      pattern: { kind: 'asterisk', text: pattern },
      action: blocks === true ? block : { ...dialsAsTyped, ...change },
    };
  });
}
