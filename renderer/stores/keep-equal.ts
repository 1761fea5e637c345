/** Equality of plain data as it comes from the main process. */
export function isEqualData(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const known = new Map(Object.entries(b));
  const entries = Object.entries(a);
  return (
    entries.length === known.size &&
    entries.every(([key, value]) => known.has(key) && isEqualData(value, known.get(key)))
  );
}

/** The newer value, with the older one's parts where they say the same, so that what only shows those stays untouched. */
export function keepEqualParts<T extends object>(before: T, now: T): T {
  const kept: T = { ...now };
  for (const key of Object.keys(now) as (keyof T)[]) {
    if (isEqualData(before[key], now[key])) kept[key] = before[key];
  }
  return kept;
}
