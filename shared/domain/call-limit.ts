import type { Call } from './call.ts';
import { callSteps } from './call-steps.ts';
import { callState } from './call-view.ts';

/** When to warn before the PBX ends a limited call, like its own beeper (simotel.ini: time_to_end_sec, repeat_time_sec). */
export interface CallLimitWarning {
  readonly beforeEndSeconds: number;
  /** 0: warn once. */
  readonly repeatEverySeconds: number;
}

export interface CallLimitCountdown {
  readonly remainingSeconds: number;
  readonly warning: boolean;
  /** Changes each time the warning is due again, so that a view can announce it once. */
  readonly warningCount: number;
}

/**
 * Time left of a call with a limit; null when the call has none, has not reached the callee, or has ended. Simotel counts from the
 * moment the second leg is up; when that was not told, the moment the callee was reached is taken, so it never promises too much.
 */
export function callLimitCountdown(call: Call, nowMs: number, rule: CallLimitWarning): CallLimitCountdown | null {
  if (call.callLimitSeconds === null || callState(call) === 'ended') return null;
  const steps = callSteps(call);
  const from = steps.find((step) => step.kind === 'talking') ?? steps.find((step) => step.kind === 'callee-reached');
  if (from === undefined) return null;
  const elapsedSeconds = (nowMs - from.atMs) / 1000;
  // A clock that was set back must not promise more than the limit.
  const remainingSeconds = Math.max(0, Math.ceil(call.callLimitSeconds - Math.max(0, elapsedSeconds)));
  const warning = remainingSeconds <= rule.beforeEndSeconds;
  const warningCount = !warning
    ? 0
    : rule.repeatEverySeconds > 0
      ? 1 + Math.floor((rule.beforeEndSeconds - remainingSeconds) / rule.repeatEverySeconds)
      : 1;
  return { remainingSeconds, warning, warningCount };
}
