import { encodeFields, payloads } from '../event-fixtures.ts';
import { eventShapes } from '../event-shapes.ts';
import { seededRandom } from '../seeded-random.ts';

export interface MutatedEvent {
  readonly encoding: 'json' | 'form' | 'query';
  readonly contentType: string;
  readonly body: Buffer;
}

const seeds: readonly Readonly<Record<string, unknown>>[] = [
  ...Object.values(payloads),
  ...eventShapes.flatMap(({ events }) => events),
];

const types = {
  json: ['application/json', 'application/json; charset=utf-8', 'Application/JSON'],
  form: ['application/x-www-form-urlencoded'],
  query: [''],
  other: ['application/xml', 'text/plain', 'multipart/form-data; boundary=x', 'application/json; charset=utf-16'],
} as const;

const spliced = [0x00, 0x22, 0x5b, 0x7b, 0x5c, 0x30, 0x2d, 0x80, 0xff, 0xc0, 0xed, 0x0a, 0x26, 0x25] as const;

const nothing = () => Buffer.alloc(0);

/** Real events of every kind with bytes exchanged, and what broken or hostile senders make of them. */
export function* mutatedEvents(count: number, seed: number): Generator<MutatedEvent> {
  const random = seededRandom(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const pick = <T>(values: readonly T[], otherwise: T): T => values[below(values.length)] ?? otherwise;
  const flipped = (text: string): Buffer => {
    const bytes = [...Buffer.from(text)];
    for (let flip = below(6); flip >= 0; flip -= 1) bytes.splice(below(bytes.length + 1), below(3), pick(spliced, 0));
    return Buffer.from(bytes);
  };
  for (let at = 0; at < count; at += 1) {
    // Each an event of its own, so that being there before is not the reason for which one is not stored.
    const fields = { ...(seeds[at % seeds.length] ?? {}), unique_id: `${seed}.${at}` };
    const json = JSON.stringify(fields);
    const form = encodeFields('form', fields);
    const oneMore = (text: string) => `${json.slice(0, -1)},${text}}`;
    const jsonBodies: readonly (() => Buffer)[] = [
      () => flipped(json),
      () => flipped(json),
      () => Buffer.from(json),
      () => Buffer.from(`\ufeff${json}`),
      () => Buffer.from(json, 'utf16le'),
      () => Buffer.from(oneMore('"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}')),
      () => Buffer.from(oneMore(`"deep":${'['.repeat(below(30_000))}`)),
      () => Buffer.from(oneMore(`"deep":${'['.repeat(40)}${']'.repeat(40)}`)),
      () => Buffer.from(oneMore('"a":NaN,"b":Infinity,"c":-0')),
      () => Buffer.from(oneMore(`"a":1e999,"b":${'9'.repeat(400)},"c":0.${'1'.repeat(400)}`)),
      () => Buffer.from(oneMore('"src":"1","src":"2","unique_id":"3"')),
      () => Buffer.from(oneMore('"src":"\\ud800","dst":"a\\u0000b","number":"\\udfff\\ud800"')),
      () => Buffer.from(oneMore(`"src":"${'x'.repeat(below(9000))}"`)),
      () =>
        Buffer.from(oneMore(Array.from({ length: below(400) }, (_, key) => `"k${key}":${key}`).join(',') || '"k":1')),
      () => Buffer.from(oneMore('"starttime":"2026-99-99 99:99:99","billsec":-1,"duration":"NaN","wait":1e300')),
      () => Buffer.from(`[${json},${json}]`),
      () => Buffer.from(JSON.stringify(json)),
      () => Buffer.from(`<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>`),
      () => Buffer.alloc(0),
      () => Buffer.from(pick(['null', 'true', '0', '""', '{}', '[]', ' ', '{"a":', '\u0000'], 'null')),
      () => Buffer.from(Array.from({ length: below(300) }, () => below(256))),
    ];
    const formBodies: readonly (() => Buffer)[] = [
      () => flipped(form),
      () => Buffer.from(form),
      () => Buffer.from(`${form}&__proto__=1&constructor=2&toString=3`),
      () => Buffer.from(`${form}&src=%00%ff%ED%A0%80&dst=%`),
      () => Buffer.from(`${form}&${'&'.repeat(below(500))}=&=`),
      () => Buffer.from(json),
    ];
    const kind = below(10);
    if (kind < 6)
      yield {
        encoding: 'json',
        contentType: pick(types.json, ''),
        body: pick(jsonBodies, nothing)(),
      };
    else if (kind < 8) yield { encoding: 'form', contentType: pick(types.form, ''), body: pick(formBodies, nothing)() };
    else if (kind < 9) yield { encoding: 'query', contentType: '', body: inAddress(pick(formBodies, nothing)()) };
    else yield { encoding: 'json', contentType: pick(types.other, ''), body: pick(jsonBodies, nothing)() };
  }
}

/** What may stand in the first line of a request at all; the rest in its hexadecimal writing, and no more than fits there. */
function inAddress(bytes: Buffer): Buffer {
  const escaped = bytes
    .toString('latin1')
    .replace(/[^!-"$-~]/g, (letter) => `%${letter.charCodeAt(0).toString(16).padStart(2, '0')}`);
  return Buffer.from(escaped.slice(0, 4000), 'latin1');
}
