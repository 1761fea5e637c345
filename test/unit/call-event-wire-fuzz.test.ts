import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readStoredEvent } from '../../electron/call-events/call-event-wire.ts';
import { describeRequest } from '../../electron/call-events/event-description-wire.ts';
import { encodeFields, payloads, rawEvent, receivedAtMs } from '../support/event-fixtures.ts';
import { assertAlways } from '../support/properties.ts';

const encodings = fc.constantFrom('json' as const, 'form' as const, 'query' as const);

/** Real payloads with bytes replaced, taken out or put in; what a broken sender sends. */
const mutated = fc
  .tuple(
    fc.constantFrom(...Object.values(payloads)),
    encodings,
    fc.array(fc.tuple(fc.nat(), fc.nat(2), fc.constantFrom(0x00, 0x22, 0x5b, 0x7b, 0x5c, 0x30, 0x2d, 0x80, 0xff)), {
      maxLength: 8,
    }),
  )
  .map(([fields, encoding, flips]) => {
    const bytes = [...Buffer.from(encodeFields(encoding, fields))];
    for (const [at, removed, byte] of flips) bytes.splice(at % bytes.length, removed, byte);
    return { encoding, body: Uint8Array.from(bytes) };
  });
const random = fc.record({ encoding: encodings, body: fc.uint8Array({ maxLength: 300 }) });
const anyJson = fc.json({ maxDepth: 40 }).map((text) => ({ encoding: 'json' as const, body: Buffer.from(text) }));

test('whatever bytes come, they are described and read without an exception, and texts can be stored', () => {
  assertAlways(
    fc.property(fc.oneof(mutated, random, anyJson), fc.option(fc.constantFrom('Cdr', 'NewState')), (sent, pathName) => {
      const { raw, problem } = describeRequest({ profile: 'office', receivedAtMs, pathName, ...sent });
      expect(raw.body).toBe(sent.body);
      const answer = readStoredEvent(raw, 'UTC');
      if (problem !== null) expect(answer.kind).toBe('unreadable');
      // NUL would be cut by the database, a lone half of a character replaced.
      const text = JSON.stringify([raw.name, raw.pbxCallId, answer]);
      expect(text).not.toMatch(/\\u0000|\\ud[89a-f]/);
      expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    }),
    { numRuns: 5000 },
  );
});

test('reading a JSON body loses no digit of any number', () => {
  const number = fc.stringMatching(/^-?[0-9]{1,30}(\.[0-9]{1,10})?$/);
  assertAlways(
    fc.property(number, (digits) => {
      const answer = readStoredEvent(rawEvent(`{"event_name":"IncomingCall", "number": ${digits} }`), 'UTC');
      expect(answer).toMatchObject({ kind: 'call', event: { number: digits } });
    }),
    { numRuns: 500 },
  );
});
