import { describe, expect, test } from 'vitest';
import { parseEventBody } from '../../electron/call-events/event-body.ts';

const json = (text: string | Uint8Array) => parseEventBody('json', typeof text === 'string' ? Buffer.from(text) : text);
const form = (text: string) => parseEventBody('form', Buffer.from(text));
const fieldsOf = (answer: ReturnType<typeof json>) => {
  if (!answer.ok) throw new Error(answer.error);
  return { ...answer.value };
};
const nested = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;

describe('hand-written JSON', () => {
  test.each([
    ['{"number": 09331112233}', { number: '09331112233' }],
    ['{"number":00989331112233,"a":1}', { number: '00989331112233', a: '1' }],
    ['{"list":[007, 8 ,0]}', { list: ['007', '8', '0'] }],
    ['{"id": 12345678901234567890}', { id: '12345678901234567890' }],
    ['{"unique_id": 1610778625.390}', { unique_id: '1610778625.390' }],
    ['{"n": -5, "e": 1e3}', { n: '-5', e: '1e3' }],
    ['{"a": true, "b": null}', { a: true, b: null }],
  ])('%s keeps every digit', (text, fields) => {
    expect(fieldsOf(json(text))).toEqual(fields);
  });

  test.each([
    ['{"note": "call 09331112233, 01: 02}"}', { note: 'call 09331112233, 01: 02}' }],
    ['{"note": "a \\" : 007, b"}', { note: 'a " : 007, b' }],
    ['{"note": "\\\\", "n": 07}', { note: '\\', n: '07' }],
    ['{"007": "x"}', { '007': 'x' }],
  ])('%s: strings are left alone', (text, fields) => {
    expect(fieldsOf(json(text))).toEqual(fields);
  });

  test.each([
    '{1: 2}',
    '{"a": 1, 2: 3}',
    '{"a": 1 2}',
    '{"a": 1.2.3}',
    '{"a": -}',
    '{"a": 01',
    '{"a": "01',
    '{"a": "\\',
  ])('%s stays an error', (text) => {
    expect(json(text)).toEqual({ ok: false, error: 'not json' });
  });
});

describe('limits', () => {
  test('32 levels are read, 33 are not', () => {
    expect(json(nested(32)).ok).toBe(true);
    expect(json(nested(33))).toEqual({ ok: false, error: 'too deep' });
    expect(json('['.repeat(32_000))).toEqual({ ok: false, error: 'too deep' });
  });

  test('brackets inside strings are no levels', () => {
    expect(json(`{"a": "${'['.repeat(100)}"}`).ok).toBe(true);
  });

  test('200 fields are read, 201 are not', () => {
    const pairs = (count: number) => Array.from({ length: count }, (_, at) => `k${at}=1`).join('&');
    const object = (count: number) => JSON.stringify(Object.fromEntries(new URLSearchParams(pairs(count))));
    for (const [count, ok] of [
      [200, true],
      [201, false],
    ] as const) {
      expect(form(pairs(count)).ok).toBe(ok);
      expect(json(object(count)).ok).toBe(ok);
      expect(json(`{"a":[${Array.from({ length: count }, () => '1').join()}]}`).ok).toBe(ok);
    }
  });

  test('texts of 4 KB are read, longer ones are not, names included', () => {
    expect(json(JSON.stringify({ a: 'x'.repeat(4096) })).ok).toBe(true);
    for (const fields of [
      { a: 'x'.repeat(4097) },
      { a: 'ش'.repeat(2049) },
      { ['x'.repeat(4097)]: 1 },
      { a: ['x'.repeat(4097)] },
    ]) {
      expect(json(JSON.stringify(fields))).toEqual({ ok: false, error: 'too long a text' });
    }
    expect(form(`a=${'x'.repeat(4097)}`)).toEqual({ ok: false, error: 'too long a text' });
  });
});

describe('hostile bodies', () => {
  test('names of prototypes are ignored and nothing inherits', () => {
    const answer = json('{"__proto__":{"x":1},"constructor":{"prototype":{"x":1}},"a":{"__proto__":{"x":1}},"b":"1"}');
    if (!answer.ok) throw new Error(answer.error);
    expect(Object.keys(answer.value)).toEqual(['a', 'b']);
    expect(Object.getPrototypeOf(answer.value)).toBeNull();
    expect(Object.getPrototypeOf(answer.value['a'])).toBeNull();
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
    expect(Object.keys(fieldsOf(form('__proto__=1&constructor=2&b=1')))).toEqual(['b']);
  });

  test('NUL and lone surrogates become visible replacement characters', () => {
    expect(fieldsOf(json('{"a":"x\\u0000y","b":"\\ud800z"}'))).toEqual({ a: 'x\ufffdy', b: '\ufffdz' });
    expect(fieldsOf(form('a=x%00y'))).toEqual({ a: 'x\ufffdy' });
  });

  test('other charsets are not guessed', () => {
    expect(json(Buffer.from([0x7b, 0x22, 0xe3, 0x22, 0x7d]))).toEqual({ ok: false, error: 'not utf-8' });
    expect(json(Buffer.from('{"a":"1"}', 'utf16le')).ok).toBe(false);
  });

  test('a byte order mark is no error', () => {
    expect(fieldsOf(json('\ufeff{"a":"ش"}'))).toEqual({ a: 'ش' });
  });

  test.each(['', ' ', '[]', '"x"', '1', 'null', 'NaN', '{"a":NaN}', '{"a":1}{"a":2}'])('%o is no event', (text) => {
    expect(json(text).ok).toBe(false);
  });

  test('of repeated fields the last one counts, as in JSON', () => {
    expect(fieldsOf(form('a=1&a=2'))).toEqual(fieldsOf(json('{"a":"1","a":"2"}')));
  });

  test('percent-encoding and plus signs are decoded', () => {
    expect(fieldsOf(form('label=%D8%B4+a%2Bb&percent=100%&empty='))).toEqual({
      label: 'ش a+b',
      percent: '100%',
      empty: '',
    });
  });
});
