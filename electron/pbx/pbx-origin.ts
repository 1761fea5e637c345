import type { PbxSettings } from '../../shared/settings/schema.ts';
import { parsePbxAddress } from './pbx-address.ts';

/** Null: there is no address, or none that can be used. */
export function originOf({ address, allowPlainHttp }: Pick<PbxSettings, 'address' | 'allowPlainHttp'>): string | null {
  const parsed = parsePbxAddress(address, { allowPlainHttp, ownListener: null });
  return parsed.ok ? parsed.value.origin : null;
}

export function hostOf(settings: Pick<PbxSettings, 'address' | 'allowPlainHttp'>): string | null {
  const origin = originOf(settings);
  return origin === null ? null : new URL(origin).hostname;
}
