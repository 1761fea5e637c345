/** The larger of two values, null being less than anything: a rule for disagreement that does not depend on order. */
export function greater<T extends string | number>(one: T | null, other: T | null): T | null {
  if (one === null) return other;
  if (other === null) return one;
  return one > other ? one : other;
}
