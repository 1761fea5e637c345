const deepest = 8;
const mostValues = 2000;
const longestText = 16 * 1024;

/** Rejects what no request of ours ever looks like before a schema walks it: huge, deep or cyclic values. */
export function fitsLimits(payload: unknown): boolean {
  let values = 0;
  const fits = (value: unknown, depth: number): boolean => {
    values += 1;
    if (values > mostValues || depth > deepest) return false;
    if (typeof value === 'string') return value.length <= longestText;
    if (typeof value !== 'object' || value === null) return true;
    if (Array.isArray(value)) return value.length <= mostValues && value.every((item) => fits(item, depth + 1));
    const prototype: unknown = Object.getPrototypeOf(value);
    if (prototype !== Object.prototype && prototype !== null) return false;
    const keys = Object.keys(value);
    return (
      keys.length <= mostValues && keys.every((key) => key.length <= 256 && fits(Reflect.get(value, key), depth + 1))
    );
  };
  return fits(payload, 0);
}
