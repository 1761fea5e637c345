import type { direction as english } from '../en/direction.ts';

export const direction: Readonly<Record<keyof typeof english, string>> = {
  inbound: 'ورودی',
  outbound: 'خروجی',
  internal: 'داخلی',
};
