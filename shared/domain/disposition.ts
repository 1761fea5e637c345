/** How a call ended. `agent-no-answer`: the caller's own phone was not picked up, so the callee was never rung.
 * `refused`: the PBX said no to the originate request; `not-sent`: the request never left this computer. */
export const dispositions = [
  'answered',
  'no-answer',
  'busy',
  'failed',
  'congestion',
  'agent-no-answer',
  'cancelled',
  'refused',
  'not-sent',
  'unknown',
] as const;

export type Disposition = (typeof dispositions)[number];

/** How a call ended as an agent says it. `elsewhere`: a colleague took it. */
export const callEndings = [...dispositions, 'missed', 'elsewhere'] as const;

export type CallEnding = (typeof callEndings)[number];

export const directions = ['inbound', 'outbound', 'internal'] as const;

export type Direction = (typeof directions)[number];

/** The phone that was to be reached was not picked up. */
export function isUnanswered(disposition: Disposition | null): boolean {
  return disposition === 'no-answer' || disposition === 'cancelled';
}
