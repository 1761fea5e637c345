import { describe, expect, it } from 'vitest';
import { nextSlots, type RowSlots } from '../../renderer/features/history/list/row-slots.ts';

const calls = (...keys: readonly string[]) => keys.map((key) => ({ key, kind: 'call' }));
const none: RowSlots = new Map();
const slotsOf = (slots: RowSlots) => [...slots.values()].map(({ slot }) => slot);

describe('elements of rows', () => {
  it('stay with a row wherever it goes, and no two rows have the same', () => {
    const before = nextSlots(none, calls('a', 'b', 'c'), null);
    const after = nextSlots(before, calls('new', 'a', 'b', 'c'), null);
    for (const key of ['a', 'b', 'c']) expect(after.get(key)).toEqual(before.get(key));
    expect(new Set(slotsOf(after)).size).toBe(4);
  });

  it('of rows that went are those of rows that came, and no others are made', () => {
    const before = nextSlots(none, calls('a', 'b', 'c'), null);
    const after = nextSlots(before, calls('d', 'b', 'e'), null);
    expect(after.get('b')).toEqual(before.get('b'));
    expect(slotsOf(after).toSorted()).toEqual(slotsOf(before).toSorted());
    expect(new Set(slotsOf(after)).size).toBe(3);
  });

  it('with the focus go to no other call', () => {
    const before = nextSlots(none, calls('a', 'b'), null);
    const after = nextSlots(before, calls('c', 'd'), 'a');
    expect(slotsOf(after)).not.toContain(before.get('a')?.slot);
    expect(slotsOf(after)).toContain(before.get('b')?.slot);
  });

  it('are not those of another kind of row, also where a row becomes one', () => {
    const before = nextSlots(none, calls('a'), null);
    const after = nextSlots(before, [{ key: 'a', kind: 'day' }, ...calls('b')], null);
    expect(after.get('a')?.slot).toBe('day 0');
    expect(new Set(slotsOf(after)).size).toBe(2);
  });
});
