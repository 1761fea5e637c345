import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import {
  isAddressOrRange,
  isCountryCode,
  isDialString,
  isListenerHost,
  isListenerPath,
  isPbxWord,
  isTimeZone,
  isWholeNumber,
  toCountryCode,
  toDialString,
  toNames,
  toNumber,
} from '../../renderer/typed-values.ts';
import { identitySettingsSchema, listenerSettingsSchema, pbxSettingsSchema } from '../../shared/settings/schema.ts';
import { assertAlways } from '../support/properties.ts';

const identity = identitySettingsSchema.shape;
const listener = listenerSettingsSchema.shape;

/** What a field accepts while typing, and what the main process makes of the same text. */
const fields: readonly {
  title: string;
  accepts: (text: string) => boolean;
  schema: z.ZodType;
  saved: (text: string) => unknown;
  letters: string;
  examples: readonly string[];
}[] = [
  {
    title: 'phone',
    accepts: isDialString,
    schema: identity.caller,
    saved: toDialString,
    letters: '0۵*# -a+',
    examples: ['557', '0912 000 00 01', '5'.repeat(18), '5'.repeat(19), `*${'5'.repeat(31)}`, `*${'5'.repeat(32)}`],
  },
  {
    title: 'word',
    accepts: isPbxWord,
    schema: identity.callerId,
    saved: (text) => text.trim(),
    letters: 'a ۵\t\u0001',
    examples: ['x'.repeat(64), 'x'.repeat(65)],
  },
  {
    title: 'favourite trunks',
    accepts: (text) => toNames(text).length <= 32 && toNames(text).every(isPbxWord),
    schema: identity.favouriteTrunks,
    saved: toNames,
    letters: 'a ,،\u0001',
    examples: ['MCI, Irancell West،MCI', 'x'.repeat(65), Array.from({ length: 33 }, (_, n) => `t${n}`).join(',')],
  },
  {
    title: 'country code',
    accepts: isCountryCode,
    schema: identity.countryCode,
    saved: toCountryCode,
    letters: '+0۹8 ',
    examples: ['98', '+۹۸', '098', '1234'],
  },
  {
    title: 'ringing time',
    accepts: (text) => isWholeNumber(text, 5, 300),
    schema: identity.timeoutSeconds,
    saved: toNumber,
    letters: '0۳5',
    examples: ['5', '300', '301', '۳۰'],
  },
  {
    title: 'port',
    accepts: (text) => isWholeNumber(text, 0, 65_535),
    schema: listener.port,
    saved: toNumber,
    letters: '0۳65',
    examples: ['65535', '65536'],
  },
  {
    title: 'host',
    accepts: isListenerHost,
    schema: listener.host,
    saved: (text) => text.trim(),
    letters: 'a1.:',
    examples: ['auto', '127.0.0.1', '::1'],
  },
  {
    title: 'path',
    accepts: isListenerPath,
    schema: listener.path,
    saved: (text) => text,
    letters: '/a-_ .',
    examples: ['/simotel', 'simotel', `/${'a'.repeat(64)}`],
  },
  {
    title: 'address or range',
    accepts: isAddressOrRange,
    schema: listener.allowFrom.element,
    saved: (text) => text,
    letters: '1029./:f',
    examples: [
      '10.0.0.0/8',
      '10.0.0.5',
      '256.1.1.1',
      '10.0.0',
      '10.0.0.0/33',
      'fd00::/8',
      '::1',
      '1:2:3',
      '10.0.0.1/',
      'fd00::/129',
      '01.1.1.1',
      '::ffff:10.0.0.1',
      '1::2::3',
    ],
  },
  {
    title: 'time zone',
    accepts: isTimeZone,
    schema: pbxSettingsSchema.shape.eventTimeZone,
    saved: (text) => text,
    letters: 'UTC/a',
    examples: ['UTC', 'Asia/Tehran', 'Asia/Nowhere'],
  },
];

describe.each(fields)('the field for a $title', ({ accepts, schema, saved, letters, examples }) => {
  const agrees = (text: string) => {
    // An empty number is told apart before; an empty address is none of the list.
    if (text.trim() === '') return;
    expect({ text, accepted: accepts(text) }).toEqual({ text, accepted: schema.safeParse(saved(text)).success });
  };

  it.each(examples)('thinks of "%s" as the schema does', agrees);

  it('accepts while typing exactly what the main process takes', () => {
    assertAlways(fc.property(fc.string({ unit: fc.constantFrom(...letters), maxLength: 12 }), agrees));
  });
});
