import type { NetworkInterfaceInfo } from 'node:os';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { watchNetwork } from '../../electron/desk/network-watch.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const at = (address: string, internal = false): NetworkInterfaceInfo => ({
  address,
  netmask: '255.255.255.0',
  family: 'IPv4',
  mac: '00:00:00:00:00:00',
  internal,
  cidr: `${address}/24`,
});

it('tells of other addresses once, whatever their order, until it is ended', () => {
  let now: NodeJS.Dict<NetworkInterfaceInfo[]> = { eth0: [at('192.168.1.2'), at('10.0.0.1')] };
  let told = 0;
  const stop = watchNetwork(
    () => {
      told += 1;
    },
    () => now,
  );
  const pass = () => {
    vi.advanceTimersByTime(10_000);
    return told;
  };
  expect(pass()).toBe(0);
  now = { lo: [at('127.0.0.1', true)], eth0: [at('10.0.0.1'), at('192.168.1.2')] };
  expect(pass()).toBe(0);
  now = { wlan0: [at('192.168.1.2')] };
  expect(pass()).toBe(1);
  now = {};
  expect(pass()).toBe(2);
  stop();
  now = { eth0: [at('10.0.0.1')] };
  expect(pass()).toBe(2);
});
