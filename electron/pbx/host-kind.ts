import { BlockList, isIP } from 'node:net';

/** `local`: an address or a name of a private network; `forbidden`: nothing a PBX may ever be reached at. */
export type HostKind = 'local' | 'public' | 'forbidden';

// Link-local, unique local and carrier-grade ranges (VPNs use these) are as private as RFC 1918.
const localNetworks = addressList([
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['::1', 128],
  ['fc00::', 7],
  ['fe80::', 10],
]);

// The unspecified, multicast and broadcast addresses, and those at which clouds hand out their credentials.
const forbiddenNetworks = addressList([
  ['0.0.0.0', 8],
  ['169.254.169.254', 32],
  ['224.0.0.0', 4],
  ['255.255.255.255', 32],
  ['::', 128],
  ['fd00:ec2::254', 128],
  ['ff00::', 8],
]);

const forbiddenNames: ReadonlySet<string> = new Set(['metadata.google.internal']);

const localSuffix = /\.(?:local|lan|internal|home|localdomain|home\.arpa|localhost)$/;

/** `hostname` as the URL parser leaves it, without brackets. Names are not resolved: only their form counts. */
export function hostKind(hostname: string): HostKind {
  const version = isIP(hostname);
  if (version === 0) {
    const local = !hostname.includes('.') || localSuffix.test(hostname);
    return forbiddenNames.has(hostname) ? 'forbidden' : local ? 'local' : 'public';
  }
  // Both lists also see through IPv4 addresses written as IPv6 (`::ffff:10.0.0.1`).
  const family = version === 4 ? 'ipv4' : 'ipv6';
  if (forbiddenNetworks.check(hostname, family)) {
    return 'forbidden';
  }
  return localNetworks.check(hostname, family) ? 'local' : 'public';
}

export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '::1' || /^127(?:\.\d+){3}$/.test(hostname);
}

function addressList(networks: readonly (readonly [string, number])[]): BlockList {
  const list = new BlockList();
  for (const [network, prefix] of networks) {
    list.addSubnet(network, prefix, isIP(network) === 4 ? 'ipv4' : 'ipv6');
  }
  return list;
}
