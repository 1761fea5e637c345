/** What comes of several ways, each in the order of its keys, in that order; what more than one brings, once. */
export function* inOrder<T extends { readonly key: number }>(
  ways: readonly Iterable<T>[],
  ascending: boolean,
): Generator<T, void, undefined> {
  const heads = ways.map((way) => {
    const values = way[Symbol.iterator]();
    return { values, next: values.next() };
  });
  for (;;) {
    let first: T | null = null;
    for (const { next } of heads) {
      if (next.done === true) continue;
      const { value } = next;
      if (first === null || (ascending ? value.key < first.key : value.key > first.key)) first = value;
    }
    if (first === null) return;
    yield first;
    for (const head of heads) {
      if (head.next.done !== true && head.next.value.key === first.key) head.next = head.values.next();
    }
  }
}
