import { type NetworkInterfaceInfo, networkInterfaces } from 'node:os';

type Interfaces = NodeJS.Dict<NetworkInterfaceInfo[]>;

const periodMs = 3000;

/**
 * Tells when this computer has other addresses than before: another cable, Wi-Fi or VPN. No system tells every program of that, and to ask
 * for the addresses takes a fraction of a millisecond. Returns the function that ends it.
 */
export function watchNetwork(onChange: () => void, read: () => Interfaces = networkInterfaces): () => void {
  let known = addressesOf(read());
  const timer = setInterval(() => {
    const now = addressesOf(read());
    if (now === known) return;
    known = now;
    onChange();
  }, periodMs);
  timer.unref();
  return () => clearInterval(timer);
}

/** Those of the wire, whatever their order. */
function addressesOf(interfaces: Interfaces): string {
  return Object.entries(interfaces)
    .flatMap(([name, addresses]) => (addresses ?? []).map((one) => (one.internal ? '' : `${name} ${one.address}`)))
    .filter((text) => text !== '')
    .sort()
    .join();
}
