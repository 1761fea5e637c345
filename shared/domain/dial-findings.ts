import type { ExtensionState } from './call-event.ts';
import type { Destination } from './destination.ts';
import type { Disposition } from './disposition.ts';

/** What keeps a call from being made until the agent asks for it once more. */
export type DialStop =
  | { readonly kind: 'pbx-unreachable' }
  | { readonly kind: 'own-phone-unavailable' }
  | { readonly kind: 'own-phone-in-use' }
  | { readonly kind: 'trunk-unavailable'; readonly trunkName: string }
  /** Of another PBX, taken away there, or misspelt. */
  | { readonly kind: 'trunk-missing'; readonly trunkName: string }
  | { readonly kind: 'do-not-call'; readonly name: string }
  | { readonly kind: 'blacklisted' }
  /** Whether the number is one of those two could not be found out. */
  | { readonly kind: 'not-checked' }
  /** `until` is a time of day such as 08:00. */
  | { readonly kind: 'quiet-hours'; readonly until: string };

/** What can stop a call, by its name. */
export const dialStopKinds = [
  'pbx-unreachable',
  'own-phone-unavailable',
  'own-phone-in-use',
  'trunk-unavailable',
  'trunk-missing',
  'do-not-call',
  'blacklisted',
  'not-checked',
  'quiet-hours',
] as const satisfies readonly DialStop['kind'][];
export type DialStopKind = DialStop['kind'];

/** What the agent should know before a call is made. */
export type DialFinding =
  | DialStop
  /** Calls of today that were to reach the number, and how the last call ended. */
  | {
      readonly kind: 'tries-today';
      readonly tries: number;
      readonly lastAtMs: number;
      readonly disposition: Disposition | null;
    }
  /** What was written down of the last call of today that has anything: a note, or the code of an outcome. */
  | { readonly kind: 'noted-today'; readonly note: string; readonly outcome: string | null };

/** From the third attempt of a day on it is said. */
export const triesWorthSaying = 2;

export function isStop(finding: DialFinding): finding is DialStop {
  return finding.kind !== 'tries-today' && finding.kind !== 'noted-today';
}

/** What is known at this moment; null: nothing is known of it, which is never taken for a reason. */
export interface DialFacts {
  readonly pbxUnreachable: boolean;
  /** As the PBX said last. */
  readonly ownPhone: ExtensionState | null;
  readonly trunkUnavailable: boolean;
  readonly trunkMissing: boolean;
  readonly doNotCall: { readonly name: string } | null;
  readonly blacklisted: boolean;
  /** The one or the other could not be read. */
  readonly notChecked: boolean;
  readonly quietUntil: string | null;
  readonly today: {
    readonly tries: number;
    readonly lastAtMs: number;
    readonly disposition: Disposition | null;
  } | null;
  readonly notedToday: { readonly note: string; readonly outcome: string | null } | null;
}

/**
 * In the order in which they matter: without the PBX or the agent's phone nothing happens at all, then what is wrong with the way, then
 * who must not be called, and what is only good to know last. Colleagues may be called at any hour.
 */
export function findBeforeCall(facts: DialFacts, kind: Destination['kind'], trunkName: string): readonly DialFinding[] {
  const findings: DialFinding[] = [];
  if (facts.pbxUnreachable) findings.push({ kind: 'pbx-unreachable' });
  if (facts.ownPhone === 'unavailable') findings.push({ kind: 'own-phone-unavailable' });
  if (facts.ownPhone === 'in-use') findings.push({ kind: 'own-phone-in-use' });
  if (trunkName !== '' && facts.trunkMissing) findings.push({ kind: 'trunk-missing', trunkName });
  else if (trunkName !== '' && facts.trunkUnavailable) findings.push({ kind: 'trunk-unavailable', trunkName });
  if (facts.doNotCall !== null) findings.push({ kind: 'do-not-call', name: facts.doNotCall.name });
  if (facts.blacklisted) findings.push({ kind: 'blacklisted' });
  if (facts.notChecked) findings.push({ kind: 'not-checked' });
  if (facts.quietUntil !== null && kind === 'outside') findings.push({ kind: 'quiet-hours', until: facts.quietUntil });
  if (facts.today !== null && facts.today.tries >= triesWorthSaying)
    findings.push({ kind: 'tries-today', ...facts.today });
  if (facts.notedToday !== null) findings.push({ kind: 'noted-today', ...facts.notedToday });
  return findings;
}
