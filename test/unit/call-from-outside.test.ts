import { expect, it } from 'vitest';
import { createCallFromOutside } from '../../electron/calls/call-from-outside.ts';
import type { OriginateCall } from '../../electron/calls/originate-call.ts';

async function call(answer: Awaited<ReturnType<OriginateCall>>, number = '0912') {
  const said: unknown[] = [];
  const from = createCallFromOutside({
    originate: async (intent) => {
      said.push(intent);
      return answer;
    },
    chosenTrunk: () => 'mci',
    notPlaced: (destination, error) => said.push([destination, error.code]),
    fillIn: (destination) => said.push(['fill in', destination]),
    rules: () => ({ countryCode: '98' }),
    showWindow: () => said.push('window'),
  });
  await from(number);
  return said;
}
const asked = { destination: '0912', trunkName: 'mci' };

it('a call from outside of the window that is accepted disturbs nobody', async () => {
  expect(await call({ ok: true, value: { outcome: 'accepted', callId: '1' } })).toEqual([asked]);
});

it('one that was refused, or may ring, is shown on the card', async () => {
  const error = { code: 'pbx-refused', message: 'no' } as const;
  for (const outcome of ['refused', 'unknown'] as const) {
    expect(await call({ ok: true, value: { outcome, callId: '1', error } })).toEqual([asked, 'window']);
  }
});

it('one of which nothing was sent is shown beside its number', async () => {
  expect(await call({ ok: false, error: { code: 'caller-missing' } })).toEqual([
    asked,
    ['0912', 'caller-missing'],
    'window',
  ]);
});

it('a code is never called by one click: it is put where it can be seen', async () => {
  for (const code of ['*72', '*21*09120000001#', '#31#']) {
    expect(await call({ ok: true, value: { outcome: 'accepted', callId: '1' } }, code)).toEqual([
      ['fill in', code],
      'window',
    ]);
  }
});

it('one that something speaks against is put where that is said, and is overridden by nobody here', async () => {
  const error = { code: 'dial-stopped', stops: [{ kind: 'blacklisted' }] } as const;
  expect(await call({ ok: false, error })).toEqual([asked, ['fill in', '0912'], 'window']);
});
