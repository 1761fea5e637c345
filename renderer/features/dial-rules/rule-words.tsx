import type { TFunction } from 'i18next';
import { Fragment, type ReactNode } from 'react';
import type { DialRule } from '../../../shared/domain/dial-rules/dial-rule.ts';
import type { RuleProblem } from '../../../shared/domain/dial-rules/read-rule.ts';
import { useWords } from '../../text/use-words.ts';
import { bindClasses } from '../../ui/class-names.ts';
import { Sentence } from '../../ui/sentence.tsx';
import styles from './rule-words.module.css';

const cx = bindClasses(styles);

/** Which numbers a rule is for and what it does with them, in one line. */
export function RuleWords({ rule }: { readonly rule: DialRule }) {
  const { t } = useWords();
  return (
    <span className={cx('words')}>
      {rule.pattern.kind === 'asterisk' ? null : <span>{t(`dialRules.kind.${rule.pattern.kind}`)} </span>}
      <bdi dir="ltr" className={cx('pattern')}>
        {rule.pattern.text}
      </bdi>
      <RuleEffect rule={rule} />
    </span>
  );
}

function RuleEffect({ rule }: { readonly rule: DialRule }) {
  const { t, digits } = useWords();
  const { action } = rule;
  const open = { skipInterpolation: true } as const;
  const parts: ReactNode[] = [];
  if (action.kind === 'block') {
    parts.push(<Sentence text={t('dialRules.does.blocked', open)} parts={{ reason: <bdi>{action.reason}</bdi> }} />);
  } else {
    const { strip, prepend, trunkName, callerId, dialplanContext, callLimitSeconds } = action;
    if (strip === 0 && prepend === '') parts.push(t('dialRules.does.asTyped'));
    if (strip === 1) parts.push(t('dialRules.does.stripOne'));
    else if (strip > 1)
      parts.push(t('dialRules.does.strip', { count: strip, replace: { count: digits(String(strip)) } }));
    if (prepend !== '')
      parts.push(
        <Sentence
          text={t('dialRules.does.prepend', open)}
          parts={{ digits: <bdi dir="ltr">{digits(prepend)}</bdi> }}
        />,
      );
    if (trunkName !== null)
      parts.push(<Sentence text={t('dialRules.does.via', open)} parts={{ trunk: <bdi>{trunkName}</bdi> }} />);
    if (callerId !== null)
      parts.push(<Sentence text={t('dialRules.does.callerId', open)} parts={{ callerId: <bdi>{callerId}</bdi> }} />);
    if (dialplanContext !== null)
      parts.push(
        <Sentence text={t('dialRules.does.context', open)} parts={{ context: <bdi>{dialplanContext}</bdi> }} />,
      );
    if (callLimitSeconds !== null) parts.push(t('dialRules.does.limit', { seconds: digits(String(callLimitSeconds)) }));
  }
  if (rule.alsoExtensions) parts.push(t('dialRules.does.extensions'));
  return parts.map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a sentence have no other identity
    <Fragment key={index}>
      {' · '}
      {part}
    </Fragment>
  ));
}

/** What is wrong with a rule; places count from 1, as people do. */
export function problemWords(problem: RuleProblem, t: TFunction, digits: (text: string) => string): string {
  const { reason, what, pattern } = problem;
  if (reason === 'pattern' && pattern !== undefined) {
    // A limit is an amount; anything else is what was typed.
    const shown = pattern.reason === 'too-long' ? digits(pattern.what) : pattern.what;
    const at = digits(String(pattern.at + 1));
    return t(`dialRules.pattern.${pattern.reason}`, { replace: { what: shown, at } });
  }
  if (reason === 'pattern') return t('dialRules.problem.wrong-kind', { what });
  return t(`dialRules.problem.${reason}`, { what: reason === 'too-long' || reason === 'range' ? digits(what) : what });
}
