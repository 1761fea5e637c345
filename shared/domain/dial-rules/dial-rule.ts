export const patternKinds = ['asterisk', 'prefix', 'regex'] as const;
export type PatternKind = (typeof patternKinds)[number];

/** Which numbers a rule is for. Always the whole number, as it would be dialled without rules. */
export interface DialPattern {
  readonly kind: PatternKind;
  readonly text: string;
}

/** How a number is dialled otherwise; null: what would be taken without the rule. */
export interface DialAction {
  readonly kind: 'dial';
  /** So many digits are taken away at the beginning, */
  readonly strip: number;
  /** then these are put before the rest. */
  readonly prepend: string;
  readonly trunkName: string | null;
  readonly callerId: string | null;
  readonly dialplanContext: string | null;
  readonly callLimitSeconds: number | null;
}

export interface BlockAction {
  readonly kind: 'block';
  /** In the words of whoever made the rule. */
  readonly reason: string;
}

/** One line of the list; the first enabled one that fits decides alone. */
export interface DialRule {
  /** No two rules have the same: it is what agents are told when it decides. */
  readonly name: string;
  readonly enabled: boolean;
  /** Also for extensions, which rules leave alone else: a catch-all must not turn a colleague into a stranger. */
  readonly alsoExtensions: boolean;
  readonly pattern: DialPattern;
  readonly action: DialAction | BlockAction;
}

export const dialRuleLimits = {
  rules: 100,
  name: 48,
  strip: 18,
  prepend: 18,
  word: 64,
  reason: 160,
  shortestCallSeconds: 10,
  longestCallSeconds: 86_400,
} as const;

export const dialsAsTyped: DialAction = {
  kind: 'dial',
  strip: 0,
  prepend: '',
  trunkName: null,
  callerId: null,
  dialplanContext: null,
  callLimitSeconds: null,
};
