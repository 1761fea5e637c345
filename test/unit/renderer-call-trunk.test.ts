import { expect, test } from 'vitest';
import { callTrunk } from '../../renderer/features/history/call-trunk.ts';
import { aMinimalCall, anOriginatedCall, aRecord } from '../support/call-builders.ts';

const asked = anOriginatedCall({ trunkName: 'MCI' });
const heard = (trunkName: string) => ({ heard: { ...asked.heard, trunkName } });

test('a trunk that was only asked for is not said to have been used', () => {
  expect(callTrunk(asked)).toEqual({ used: null, askedFor: 'MCI' });
  expect(callTrunk({ ...asked, records: { cdr: aRecord({ trunkName: '' }) } })).toEqual({
    used: null,
    askedFor: 'MCI',
  });
});

test('one that an event or a record named was used, also where another one was asked for', () => {
  expect(callTrunk({ ...asked, ...heard('MCI') })).toEqual({ used: 'MCI', askedFor: null });
  const other = { ...asked, ...heard('MCI'), records: { cdr: aRecord({ trunkName: 'Irancell' }) } };
  expect(callTrunk(other)).toEqual({ used: 'Irancell', askedFor: 'MCI' });
  const unnamed = { ...asked, ...heard('MCI'), records: { cdr: aRecord({ trunkName: '' }) } };
  expect(callTrunk(unnamed)).toEqual({ used: 'MCI', askedFor: null });
  expect(callTrunk({ ...anOriginatedCall(), ...heard('MCI') })).toEqual({ used: 'MCI', askedFor: null });
});

test('there is none where none was named and none asked for, or where an extension was called', () => {
  expect(callTrunk(anOriginatedCall())).toBeNull();
  expect(callTrunk(aMinimalCall())).toBeNull();
  expect(callTrunk(anOriginatedCall({ trunkName: '' }))).toBeNull();
  expect(callTrunk(anOriginatedCall({ callee: '558', trunkName: 'MCI' }))).toBeNull();
});
