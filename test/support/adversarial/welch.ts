/** Whether two groups of times differ by more than chance: beyond 4.5 they do. The slowest tenth of each tells of the computer alone. */
export function welchT(one: readonly number[], other: readonly number[]): number {
  const [first, second] = [describe(one), describe(other)];
  return (first.mean - second.mean) / Math.sqrt(first.variance / first.count + second.variance / second.count);
}

function describe(times: readonly number[]) {
  const kept = [...times].sort((a, b) => a - b).slice(0, Math.floor(times.length * 0.9));
  const mean = kept.reduce((sum, time) => sum + time, 0) / kept.length;
  const variance = kept.reduce((sum, time) => sum + (time - mean) ** 2, 0) / (kept.length - 1);
  return { mean, variance, count: kept.length };
}
