import { describe, expect, it } from 'vitest';
import {
  changedWish,
  everyCall,
  type HistoryWish,
  isSameWish,
  toggledIn,
  wishParts,
  withoutPart,
} from '../../shared/domain/history/history-wish.ts';

const wish: HistoryWish = {
  text: 'sara',
  days: { kind: 'this-week' },
  directions: ['inbound', 'internal'],
  dispositions: ['busy'],
  trunk: 'MCI',
  tag: 'vip',
  noted: true,
  due: true,
};

describe('a wish', () => {
  it('is told in parts, one for each chip, the text apart', () => {
    expect(wishParts(wish).map(({ part, value }) => [part, value])).toEqual([
      ['days', { kind: 'this-week' }],
      ['directions', 'inbound'],
      ['directions', 'internal'],
      ['dispositions', 'busy'],
      ['trunk', 'MCI'],
      ['tag', 'vip'],
      ['mark', 'noted'],
      ['mark', 'due'],
    ]);
    expect(wishParts(everyCall)).toEqual([]);
  });

  it('loses one part at a time, and at the end nothing is left but the text', () => {
    let left = wish;
    const amounts = wishParts(wish).map((part) => {
      left = withoutPart(left, part);
      return wishParts(left).length;
    });
    expect(amounts).toEqual([7, 6, 5, 4, 3, 2, 1, 0]);
    expect(left).toEqual({ text: 'sara' });
  });

  it('holds nothing that asks for nothing', () => {
    expect(changedWish(wish, { text: '', days: undefined, directions: [], noted: undefined })).toEqual({
      dispositions: ['busy'],
      trunk: 'MCI',
      tag: 'vip',
      due: true,
    });
    // But that no outcome was needed is one.
    expect(changedWish({ outcome: 'sold' }, { outcome: '' })).toEqual({ outcome: '' });
    expect(wishParts({ outcome: '' })).toEqual([{ part: 'outcome', value: '' }]);
    expect(changedWish(everyCall, { directions: toggledIn(undefined, 'inbound') })).toEqual({
      directions: ['inbound'],
    });
    expect(changedWish({ directions: ['inbound'] }, { directions: toggledIn(['inbound'], 'inbound') })).toEqual({});
  });

  it('is the same in whatever order it was chosen, and another with another text', () => {
    const { noted, ...rest } = wish;
    expect(isSameWish(wish, { ...rest, directions: ['internal', 'inbound'], noted })).toBe(true);
    expect(isSameWish(wish, { ...wish, text: ' sara ' })).toBe(true);
    expect(isSameWish(wish, { ...wish, text: 'sar' })).toBe(false);
    expect(isSameWish(wish, { ...wish, days: { kind: 'today' } })).toBe(false);
  });
});
