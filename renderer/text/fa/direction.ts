import type { Strings } from '../en/index.ts';

export const direction: Strings['direction'] = { inbound: 'ورودی', outbound: 'خروجی', internal: 'داخلی' };
