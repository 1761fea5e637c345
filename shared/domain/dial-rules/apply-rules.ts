import { isDialable } from '../destination.ts';
import type { BlockAction, DialAction, DialRule } from './dial-rule.ts';
import { fitsPattern } from './pattern.ts';

/** What the rules make of a number. */
export type RuleVerdict =
  /** No rule is for it. */
  | { readonly kind: 'none' }
  | { readonly kind: 'dial'; readonly rule: DialRule; readonly action: DialAction; readonly digits: string }
  | { readonly kind: 'blocked'; readonly rule: DialRule; readonly action: BlockAction }
  /** What the rule makes of it is no number: everything stripped, or grown too long. */
  | { readonly kind: 'undialable'; readonly rule: DialRule; readonly digits: string };

export interface RuledNumber {
  /** As it would be dialled without rules. */
  readonly digits: string;
  /** Rules leave it alone unless they say otherwise. */
  readonly isExtension: (digits: string) => boolean;
  /** As it stands. What is blocked stays blocked: whoever blocks a number does not mean one key more. */
  readonly literal: boolean;
}

/** The first enabled rule that fits decides; those below it are not asked. */
export function applyRules(rules: readonly DialRule[], { digits, isExtension, literal }: RuledNumber): RuleVerdict {
  const extension = isExtension(digits);
  const rule = rules.find(
    (one) => one.enabled && (one.alsoExtensions || !extension) && fitsPattern(one.pattern, digits),
  );
  if (rule === undefined) return { kind: 'none' };
  const { action } = rule;
  if (action.kind === 'block') return { kind: 'blocked', rule, action };
  if (literal) return { kind: 'none' };
  const changed = transform(action, digits);
  return isDialable(changed)
    ? { kind: 'dial', rule, action, digits: changed }
    : { kind: 'undialable', rule, digits: changed };
}

export function transform({ strip, prepend }: Pick<DialAction, 'strip' | 'prepend'>, digits: string): string {
  return prepend + digits.slice(strip);
}
