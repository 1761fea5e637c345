import type { DialRule, PatternKind } from '../../../shared/domain/dial-rules/dial-rule.ts';
import { type RuleField, type RuleProblem, readDialRule } from '../../../shared/domain/dial-rules/read-rule.ts';
import { toLatinDigits } from '../../../shared/domain/digits.ts';

/** A rule as its form holds it: texts, as they are typed. */
export interface RuleDraft {
  readonly name: string;
  readonly enabled: boolean;
  readonly alsoExtensions: boolean;
  readonly kind: PatternKind;
  readonly text: string;
  readonly action: 'dial' | 'block';
  readonly strip: string;
  readonly prepend: string;
  readonly trunkName: string;
  readonly callerId: string;
  readonly dialplanContext: string;
  readonly callLimitSeconds: string;
  readonly reason: string;
}

export function toDraft(rule: DialRule | null): RuleDraft {
  const dial = rule?.action.kind === 'dial' ? rule.action : null;
  return {
    name: rule?.name ?? '',
    enabled: rule?.enabled ?? true,
    alsoExtensions: rule?.alsoExtensions ?? false,
    kind: rule?.pattern.kind ?? 'asterisk',
    text: rule?.pattern.text ?? '',
    action: rule?.action.kind ?? 'dial',
    strip: dial === null || dial.strip === 0 ? '' : String(dial.strip),
    prepend: dial?.prepend ?? '',
    trunkName: dial?.trunkName ?? '',
    callerId: dial?.callerId ?? '',
    dialplanContext: dial?.dialplanContext ?? '',
    callLimitSeconds: dial?.callLimitSeconds == null ? '' : String(dial.callLimitSeconds),
    reason: rule?.action.kind === 'block' ? rule.action.reason : '',
  };
}

export type ReadDraft =
  | { readonly ok: true; readonly rule: DialRule }
  | { readonly ok: false; readonly problems: Readonly<Partial<Record<RuleField, RuleProblem>>> };

/** The rule that a form describes, or what is wrong with each field of it. */
export function readDraft(draft: RuleDraft, otherNames: readonly string[]): ReadDraft {
  const { name, enabled, alsoExtensions, kind, text } = draft;
  const action =
    draft.action === 'block'
      ? { kind: 'block', reason: draft.reason }
      : {
          kind: 'dial',
          strip: toCount(draft.strip) ?? 0,
          prepend: draft.prepend,
          trunkName: draft.trunkName,
          callerId: draft.callerId,
          dialplanContext: draft.dialplanContext,
          callLimitSeconds: toCount(draft.callLimitSeconds),
        };
  const read = readDialRule({ name, enabled, alsoExtensions, pattern: { kind, text }, action });
  if (!read.ok) return { ok: false, problems: Object.fromEntries(read.error.map((one) => [one.field, one])) };
  const key = (other: string) => other.toLocaleLowerCase('en');
  if (otherNames.some((other) => key(other) === key(read.value.name))) {
    return { ok: false, problems: { name: { field: 'name', reason: 'same-name', what: read.value.name } } };
  }
  return { ok: true, rule: read.value };
}

/** What is no number goes on as it was typed, so that it is complained of. */
function toCount(text: string): number | string | null {
  const digits = toLatinDigits(text).trim();
  if (digits === '') return null;
  return /^\d{1,6}$/.test(digits) ? Number(digits) : digits;
}
