import type { TypedPlan } from './typed-plan.ts';

/** How it is said what pressing Call would do. A trunk that is not the rule's is not said to be. */
export function planSentence({ call, destination }: Extract<TypedPlan, { readonly kind: 'ready' }>) {
  const way = call.trunkName === '' ? 'ByPlan' : 'Via';
  if (call.withoutRule !== null) return `keypad.literally${way}` as const;
  if (call.ruleName !== null && call.trunkFrom === 'contact') return 'keypad.ruleViaContact';
  if (call.ruleName !== null && call.trunkFrom === 'chosen') return `keypad.rule${way}Chosen` as const;
  if (call.ruleName !== null) return `keypad.rule${way}` as const;
  if (call.trunkName !== '') return 'keypad.dialsVia';
  const key = { extension: 'keypad.dialsExtension', code: 'keypad.dialsCode', outside: 'keypad.dialsByPlan' } as const;
  return key[destination.kind];
}
