import type { DialerError } from '../errors.ts';
import { fail, type Result, succeed } from '../result.ts';
import { type Destination, destinationKind, parseDestination, sameNumber } from './destination.ts';
import { applyRules } from './dial-rules/apply-rules.ts';
import type { DialRule } from './dial-rules/dial-rule.ts';

/** How a call to what was typed is made. */
export interface DialPlan {
  /** Whom the agent means: the number as it is without rules. */
  readonly party: Destination;
  /** What the PBX is given. */
  readonly digits: string;
  /** Empty: the PBX decides. */
  readonly trunkName: string;
  /**
   * `chosen`: by the agent for the next calls, which outweighs a rule: a rule is the usual way, and the agent sees why not today.
   * `contact`: what was written down for this one person outweighs what is written for many numbers.
   */
  readonly trunkFrom: 'chosen' | 'contact' | 'rule' | 'settings';
  readonly callerId: string;
  readonly dialplanContext: string;
  readonly callLimitSeconds: number | null;
  /** The rule that decided; null: none did. */
  readonly ruleName: string | null;
  /** The agent asked for the number as it stands, and a rule would have made something else of it. */
  readonly withoutRule: string | null;
}

/** The settings that have a say in it. */
export interface DialSettings {
  readonly identity: {
    readonly caller: string;
    readonly callerId: string;
    readonly dialplanContext: string;
    readonly trunkName: string;
    readonly callLimitSeconds: number | null;
    readonly countryCode: string;
  };
  readonly dialRules: { readonly rules: readonly DialRule[] };
}

export interface DialWish {
  readonly destination: string;
  /** Chosen by the agent; null: none was. */
  readonly trunkName: string | null;
  /** The one that the contact is called by, wherever it is; null: none. */
  readonly contactTrunk: string | null;
  readonly literal: boolean;
}

/**
 * What is an extension as long as no directory tells: every number that is as short as one. A catch-all rule that is meant for the outside must
 * never lead a call between colleagues out of the house; a short number of the outside is asked for in its rule.
 */
function looksLikeExtension(digits: string): boolean {
  return destinationKind(digits) === 'extension';
}

/** What a plan has to be told besides the settings: the window and the main process tell it from the same directory. */
export interface PlanKnowledge {
  /** Rules leave it alone unless they say otherwise. */
  isExtension(digits: string): boolean;
  /** This PBX has it: contacts are of this installation, trunks of one PBX. */
  hasTrunk(name: string): boolean;
}

export function planKnowledge({
  internal,
  trunks,
}: {
  /** The numbers of colleagues and queues; null while they were never read. */
  readonly internal: ReadonlySet<string> | null;
  readonly trunks: ReadonlySet<string>;
}): PlanKnowledge {
  return {
    isExtension: (digits) => (internal === null ? looksLikeExtension(digits) : internal.has(digits)),
    hasTrunk: (name) => trunks.has(name),
  };
}

/** Reads what was typed and applies the rules to it; the same everywhere, so that what a line says is what is sent. */
export function planDial(
  wish: DialWish,
  { identity, dialRules }: DialSettings,
  { isExtension, hasTrunk }: PlanKnowledge,
): Result<DialPlan, DialerError> {
  const parsed = parseDestination(wish.destination, identity);
  if (!parsed.ok) return parsed;
  const party = parsed.value;
  if (sameNumber(party.digits, identity.caller)) return fail({ code: 'callee-is-caller' });
  const ruled = (literal: boolean) => applyRules(dialRules.rules, { digits: party.digits, isExtension, literal });
  const verdict = ruled(wish.literal);
  if (verdict.kind === 'blocked')
    return fail({ code: 'dial-rule-blocked', rule: verdict.rule.name, reason: verdict.action.reason });
  if (verdict.kind === 'undialable')
    return fail({ code: 'dial-rule-undialable', rule: verdict.rule.name, digits: verdict.digits });
  const action = verdict.kind === 'dial' ? verdict.action : null;
  const digits = verdict.kind === 'dial' ? verdict.digits : party.digits;
  if (sameNumber(digits, identity.caller)) return fail({ code: 'callee-is-caller' });
  const passedOver = wish.literal ? ruled(false) : null;
  const { contactTrunk } = wish;
  const ofContact = contactTrunk !== null && !isExtension(party.digits) && hasTrunk(contactTrunk) ? contactTrunk : null;
  return succeed({
    party,
    digits,
    ...firstTrunk(wish.trunkName, ofContact, action?.trunkName ?? null, identity.trunkName),
    callerId: action?.callerId ?? (identity.callerId === '' ? identity.caller : identity.callerId),
    dialplanContext: action?.dialplanContext ?? identity.dialplanContext,
    callLimitSeconds: action?.callLimitSeconds ?? identity.callLimitSeconds,
    ruleName: verdict.kind === 'dial' ? verdict.rule.name : null,
    withoutRule: passedOver === null || passedOver.kind === 'none' ? null : passedOver.rule.name,
  });
}

function firstTrunk(
  chosen: string | null,
  contact: string | null,
  rule: string | null,
  settings: string,
): Pick<DialPlan, 'trunkName' | 'trunkFrom'> {
  if (chosen !== null) return { trunkName: chosen, trunkFrom: 'chosen' };
  if (contact !== null) return { trunkName: contact, trunkFrom: 'contact' };
  return rule === null ? { trunkName: settings, trunkFrom: 'settings' } : { trunkName: rule, trunkFrom: 'rule' };
}
