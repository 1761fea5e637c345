import type { DialerError } from '../../../shared/errors.ts';
import type { QuickDialOpening } from '../../../shared/ipc/quick-dial-contract.ts';
import { isBegun, type PaletteEntry } from './palette-list.ts';

/** What Enter would call may be another one in a moment: the text is still read, or contacts and earlier calls that fit are not known yet. */
export function isUnsettled(now: {
  readonly opening: Pick<QuickDialOpening, 'reading'>;
  readonly text: string;
  readonly countryCode: string;
  /** What earlier calls were looked up with last, and what they are to be looked up with. */
  readonly recentFor: string | null;
  readonly digits: string | null;
  /** The same of contacts. */
  readonly contactsFor: string | null;
  readonly words: string | null;
}): boolean {
  if (now.opening.reading) return true;
  const open = now.digits === null || isBegun(now.text, now.countryCode);
  if (open && now.contactsFor !== now.words) return true;
  return isBegun(now.text, now.countryCode) && now.recentFor !== now.digits;
}

export type EnterStep =
  | { readonly do: 'nothing' | 'choose-first' }
  | { readonly do: 'call'; readonly entry: PaletteEntry };

/** What Enter does. A held key is one call, and nothing is called that may be another one in a moment. */
export function enterStep(
  {
    unsettled,
    obstacle,
    chosen,
  }: {
    readonly unsettled: boolean;
    readonly obstacle: DialerError | null;
    readonly chosen: PaletteEntry | null;
  },
  repeated: boolean,
): EnterStep {
  if (repeated || unsettled || obstacle !== null) return { do: 'nothing' };
  return chosen === null ? { do: 'choose-first' } : { do: 'call', entry: chosen };
}
