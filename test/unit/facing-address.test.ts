import { describe, expect, test } from 'vitest';
import { facingAddress } from '../../electron/desk/facing-address.ts';

describe('the address that faces the PBX', () => {
  test('is the one of the way there', async () => {
    expect(await facingAddress('127.0.0.1')).toBe('127.0.0.1');
  });

  test('is none where no way leads, never every address of this computer', async () => {
    expect(await facingAddress('255.255.255.255')).toBeNull();
  });

  test('is none for a name that nobody knows', async () => {
    expect(await facingAddress('pbx.invalid')).toBeNull();
  });
});
