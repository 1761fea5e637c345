import { describe, expect, it } from 'vitest';
import { toDirection, toLegDirection } from '../../electron/simotel-words/direction-words.ts';
import { toDisposition } from '../../electron/simotel-words/disposition-words.ts';
import { firstText, toFlag, toText, toWholeNumber } from '../../electron/simotel-words/field-readers.ts';

describe("the PBX's words", () => {
  it.each([
    ['ANSWERED', 'answered'],
    ['Answered', 'answered'],
    ['NO ANSWER', 'no-answer'],
    ['No Answered', 'no-answer'],
    ['no_answer', 'no-answer'],
    ['BUSY', 'busy'],
    ['FAILED', 'failed'],
    ['CONGESTION', 'congestion'],
    ['CANCEL', 'cancelled'],
    ['SOMETHING NEW', 'unknown'],
    ['', null],
    [undefined, null],
  ])('disposition %s is %s', (word, expected) => {
    expect(toDisposition(word)).toBe(expected);
  });

  it.each([
    ['incoming', 'inbound'],
    ['Outgoing', 'outbound'],
    ['local', 'internal'],
    ['local-feature', 'internal'],
    ['no defined', null],
    [null, null],
  ])('call type %s is %s', (word, expected) => {
    expect(toDirection(word)).toBe(expected);
  });

  it('leg directions are in and out', () => {
    expect([toLegDirection('in'), toLegDirection('OUT'), toLegDirection('')]).toEqual(['inbound', 'outbound', null]);
  });
});

describe('fields of the PBX', () => {
  it.each<[unknown, string | null]>([
    ['557', '557'],
    [' 557 ', '557'],
    [557, '557'],
    ['', null],
    ['  ', null],
    [null, null],
    [{}, null],
    [Number.NaN, null],
  ])('text %j is %j', (value, expected) => {
    expect(toText(value)).toBe(expected);
  });

  it.each<[unknown, number | null]>([
    [9, 9],
    ['9', 9],
    ['007', 7],
    ['12.0', 12],
    [3.7, 3],
    ['۱۲', 12],
    ['-1', null],
    ['', null],
    ['9s', null],
    [true, null],
    [1e30, null],
  ])('number %j is %j', (value, expected) => {
    expect(toWholeNumber(value)).toBe(expected);
  });

  it.each<[unknown, boolean | null]>([
    [1, true],
    [0, false],
    [true, true],
    [false, false],
    ['1', true],
    ['0', false],
    ['yes', true],
    ['No', false],
    ['True', true],
    [2, null],
    [null, null],
    ['', null],
  ])('flag %j is %j', (value, expected) => {
    expect(toFlag(value)).toBe(expected);
  });

  it('the first field that holds something counts, inherited ones do not', () => {
    expect(firstText({ unique_id: '', cuid: '1.2' }, 'unique_id', 'cuid')).toBe('1.2');
    expect(firstText({}, 'constructor', 'toString')).toBeNull();
  });
});
