import { type NetworkInterfaceInfo, networkInterfaces } from 'node:os';

/** Addresses a computer gives itself when nobody on the wire gives it one. */
const selfAssigned = /^(?:169\.254\.|fe80:)/i;

/** Whether an address of this computer could be reached from outside: without one it is on no network. */
export function hasOutsideAddress(interfaces: NodeJS.Dict<NetworkInterfaceInfo[]> = networkInterfaces()): boolean {
  return Object.values(interfaces)
    .flatMap((addresses) => addresses ?? [])
    .some(({ internal, address }) => !internal && !selfAssigned.test(address));
}
