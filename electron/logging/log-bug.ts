import type { Log } from './log.ts';

/** Takes what was thrown where nothing should be, for `catch`. */
export function logBug(
  log: Log,
  message: string,
  data: Readonly<Record<string, unknown>> = {},
): (problem: unknown) => void {
  return (problem) => log.error(message, { ...data, reason: stackOf(problem) });
}

export function stackOf(problem: unknown): string {
  return problem instanceof Error ? (problem.stack ?? problem.message) : String(problem);
}
