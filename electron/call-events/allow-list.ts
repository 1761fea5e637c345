import { BlockList, isIPv4, isIPv6 } from 'node:net';

export interface AllowList {
  readonly allows: (remoteAddress: string | undefined) => boolean;
  /** Entries that are neither an address nor a range; they allow nobody. */
  readonly unreadable: readonly string[];
}

/** Whose connections are taken. Addresses or CIDR ranges; an empty list allows nobody, and nobody of `except` is. */
export function createAllowList(entries: readonly string[], except: readonly string[] = []): AllowList {
  const list = new BlockList();
  const unreadable = entries.filter((entry) => !addEntry(list, entry));
  const denied = new Set(except.map(plainAddress));
  return {
    allows: (remoteAddress) => {
      const address = plainAddress(remoteAddress ?? '');
      if (denied.has(address)) return false;
      if (isIPv4(address)) return list.check(address, 'ipv4');
      return isIPv6(address) && list.check(address, 'ipv6');
    },
    unreadable,
  };
}

/** `::ffff:10.0.0.1` is what a dual-stack socket calls 10.0.0.1; `%eth0` names an interface of ours. */
export function plainAddress(address: string): string {
  const withoutZone = address.trim().toLowerCase().replace(/%.*$/, '');
  const mapped = /^::ffff:([0-9.]+)$/.exec(withoutZone)?.[1];
  return mapped !== undefined && isIPv4(mapped) ? mapped : withoutZone;
}

function addEntry(list: BlockList, entry: string): boolean {
  const [text = '', prefixText, ...rest] = entry.trim().split('/');
  const address = plainAddress(text);
  const family = isIPv4(address) ? 'ipv4' : isIPv6(address) ? 'ipv6' : null;
  if (family === null || rest.length > 0) return false;
  if (prefixText === undefined) {
    list.addAddress(address, family);
    return true;
  }
  const mappedBits = family === 'ipv4' && isIPv6(text.trim()) ? 96 : 0;
  const prefix = /^[0-9]{1,3}$/.test(prefixText) ? Number(prefixText) - mappedBits : -1;
  if (prefix < 0 || prefix > (family === 'ipv4' ? 32 : 128)) return false;
  list.addSubnet(address, prefix, family);
  return true;
}
