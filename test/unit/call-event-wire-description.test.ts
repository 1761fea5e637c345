import { describe, expect, test } from 'vitest';
import { describeRequest } from '../../electron/call-events/event-description-wire.ts';
import type { RawEvent } from '../../electron/calls/ports.ts';
import { encodeFields, payloads, receivedAtMs } from '../support/event-fixtures.ts';

type Fields = Readonly<Record<string, unknown>>;

const describeFields = (
  fields: Fields | string,
  pathName: string | null = null,
  encoding: RawEvent['encoding'] = 'json',
) =>
  describeRequest({
    profile: 'office',
    receivedAtMs,
    pathName,
    encoding,
    body: Buffer.from(typeof fields === 'string' ? fields : encodeFields(encoding, fields)),
  });
const keyOf = (fields: Fields, pathName: string | null = null, encoding: RawEvent['encoding'] = 'json') =>
  describeFields(fields, pathName, encoding).raw.dedupeKey;

describe('what the inbox keeps of a request', () => {
  test('all bytes, the name as spelled and the call id', () => {
    const { raw, problem } = describeFields({ ...payloads.newState, event_name: 'newSTATE' });
    expect(problem).toBeNull();
    expect(raw).toMatchObject({
      profile: 'office',
      receivedAtMs,
      name: 'newSTATE',
      pbxCallId: '1768545037.386',
      encoding: 'json',
    });
    expect(JSON.parse(Buffer.from(raw.body).toString())).toMatchObject({ event_name: 'newSTATE' });
  });

  test('the path tells the name before any field does', () => {
    expect(describeFields({ event_name: 'Cdr' }, 'NewState').raw.name).toBe('NewState');
  });

  test('a name is cut to what can be shown', () => {
    expect(describeFields({ event_name: 'x'.repeat(1000) }).raw.name).toHaveLength(64);
    expect(describeFields({ event_name: `${'x'.repeat(63)}😀` }).raw.name).toBe('x'.repeat(63));
  });

  test.each(['{"event_name":', '[]', '{}', '{"src":"1"}'])('%o is kept without a name', (text) => {
    const { raw, problem } = describeFields(text);
    expect(problem).not.toBeNull();
    expect(raw).toMatchObject({ name: '', dedupeKey: null, pbxCallId: null });
    expect(Buffer.from(raw.body).toString()).toBe(text);
  });
});

describe('the key that tells repeats', () => {
  test('is the same for one event in every form', () => {
    const { event_name: name, ...fields } = payloads.cdr;
    const key = keyOf(payloads.cdr);
    expect(key).toMatch(/^[0-9a-f]{64}$/);
    expect(keyOf(Object.fromEntries(Object.entries(payloads.cdr).reverse()))).toBe(key);
    expect(keyOf({ ...payloads.cdr, event_name: 'CDR' })).toBe(key);
    expect(keyOf({ ...payloads.cdr, billsec: '9' })).toBe(key);
    expect(keyOf(fields, name.toUpperCase(), 'form')).toBe(key);
    expect(keyOf(payloads.cdr, null, 'query')).toBe(key);
  });

  test('differs with every field, nested ones too', () => {
    const keys = [
      keyOf(payloads.cdrQueue),
      keyOf({ ...payloads.cdrQueue, event_name: 'Cdr' }),
      keyOf({ ...payloads.cdrQueue, wait: '4' }),
      keyOf({ ...payloads.cdrQueue, detail: [{ src: '1' }] }),
      keyOf({ ...payloads.cdrQueue, detail: [{ src: '1' }, { src: '1' }] }),
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('fields cannot be shifted into one another', () => {
    expect(keyOf({ event_name: 'x', id: '1', a: '2","b":"3' })).not.toBe(
      keyOf({ event_name: 'x', id: '1', a: '2', b: '3' }),
    );
  });

  test.each([
    ['a unique id', { unique_id: '1.2' }],
    ['a cuid', { cuid: '1.2' }],
    ['an originate id', { originated_call_id: 'orig.1' }],
    ['an id of its own', { id: '5f' }],
    ['a date', { date: 1768545037 }],
    ['a start', { start_time: '2026-01-16 06:30:37' }],
  ])('is made of events with %s', (_, fields) => {
    expect(keyOf({ event_name: 'NewState', exten: '1', ...fields })).toMatch(/^[0-9a-f]{64}$/);
  });

  test.each([
    { event_name: 'Ping' },
    { event_name: 'NewState', exten: '557', state: 'Idle' },
    { event_name: 'NewState', exten: '557', unique_id: '' },
  ])('is not made of %o, which may truly happen twice', (fields) => {
    expect(keyOf(fields)).toBeNull();
  });
});
