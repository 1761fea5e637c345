import { useRef } from 'react';

export interface SlottedRow {
  readonly key: string;
  /** Only rows of one kind are made of the same elements. */
  readonly kind: string;
}

/** The elements of each row in sight, by the key of the row. */
export type RowSlots = ReadonlyMap<string, { readonly kind: string; readonly slot: string }>;

/**
 * Gives rows that came the elements of rows that went: to change what they say takes half the time of making new ones. A row that stays
 * keeps its own, and those of `held`, which has the focus, go to nobody: a key would do something with another call.
 */
export function nextSlots(before: RowSlots, rows: readonly SlottedRow[], held: string | null): RowSlots {
  const shown = new Set(rows.map(({ key }) => key));
  const free = new Map<string, string[]>();
  const taken = new Set<string>();
  for (const [key, { kind, slot }] of before) {
    if (shown.has(key)) taken.add(slot);
    else if (key === held) taken.add(slot);
    else free.set(kind, [...(free.get(kind) ?? []), slot]);
  }
  let made = 0;
  const make = (kind: string) => {
    for (;;) {
      const slot = `${kind} ${made}`;
      made += 1;
      if (!taken.has(slot)) return slot;
    }
  };
  const slots = new Map<string, { readonly kind: string; readonly slot: string }>();
  for (const { key, kind } of rows) {
    const own = before.get(key);
    const slot = own?.kind === kind ? own.slot : (free.get(kind)?.shift() ?? make(kind));
    taken.add(slot);
    slots.set(key, { kind, slot });
  }
  return slots;
}

/** The slots of what is drawn now; `held`: the row that has the focus within. */
export function useRowSlots(rows: readonly SlottedRow[], held: () => string | null): RowSlots {
  const slots = useRef<RowSlots>(new Map());
  slots.current = nextSlots(slots.current, rows, held());
  return slots.current;
}
