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

/**
 * What nobody caught ends in the log, and the program goes on: a call of the agent may be under way. Without this Electron shows a
 * stack that nobody can use, and of what was rejected it says nothing.
 */
export function logUncaught(of: Pick<NodeJS.Process, 'on'>, log: Log): void {
  of.on('uncaughtException', logBug(log, 'Something failed that nobody expected'));
  of.on('unhandledRejection', logBug(log, 'Something failed that nobody waited for'));
}
