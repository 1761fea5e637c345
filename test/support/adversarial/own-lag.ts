export interface Lag {
  readonly p99Ms: number;
  readonly maxMs: number;
}

/**
 * How late this process comes to what is due by its own doing: a busy computer keeps everybody waiting, so of each delay no more counts than
 * the time for which it was at work itself. Needs nothing from around it: its source is told to other processes.
 */
export function watchOwnLag(): { read(): Lag; restart(): void; stop(): void } {
  const everyMs = 10;
  let lags: number[] = [];
  let dueAt = performance.now() + everyMs;
  let before = process.cpuUsage();
  const timer = setInterval(() => {
    const worked = process.cpuUsage(before);
    lags.push(Math.max(0, Math.min(performance.now() - dueAt, (worked.user + worked.system) / 1000)));
    dueAt = performance.now() + everyMs;
    before = process.cpuUsage();
  }, everyMs);
  return {
    read() {
      const sorted = [...lags].sort((one, other) => one - other);
      // Of two seconds at least: in less a single moment would be more than a hundredth.
      const worst = Math.floor(Math.max(sorted.length, 200) * 0.01);
      return { p99Ms: sorted.at(-1 - worst) ?? 0, maxMs: sorted.at(-1) ?? 0 };
    },
    restart() {
      lags = [];
    },
    stop: () => clearInterval(timer),
  };
}
