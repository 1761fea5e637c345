import { TriangleAlert } from 'lucide-react';
import { useId } from 'react';
import type { CheckedImport } from '../../../../shared/ipc/import-contract.ts';
import { errorWords } from '../../../text/error-words.ts';
import { useWords } from '../../../text/use-words.ts';
import { bindClasses } from '../../../ui/class-names.ts';
import { Icon } from '../../../ui/icon.tsx';
import { NumberText } from '../../../ui/number-text.tsx';
import styles from './import-problems.module.css';

const cx = bindClasses(styles);

type LineProblem = CheckedImport['problems'][number];

export interface ImportProblemsProps {
  /** The first of them. */
  readonly problems: readonly LineProblem[];
  readonly total: number;
}

/** What is the matter with which line, and what is made of it. */
export function ImportProblems({ problems, total }: ImportProblemsProps) {
  const { t, digits } = useWords();
  const titleId = useId();
  if (total === 0) return null;
  const inOrder = [...problems].sort((one, other) => one.line - other.line);
  const more = total - problems.length;
  return (
    <div className={cx('problems')}>
      <h4 id={titleId} className={cx('title')}>
        <Icon of={TriangleAlert} />
        {t('exchange.problems', { amount: digits(String(total)) })}
      </h4>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls has to be reachable by keys */}
      <ul className={cx('list')} aria-labelledby={titleId} tabIndex={0}>
        {inOrder.map((problem, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line may have the same problem twice, and none ever moves
          <li key={at} className={cx('problem')}>
            <span className={cx('line')}>{t('exchange.line', { line: digits(String(problem.line)) })}</span>
            <ProblemWords problem={problem} />
          </li>
        ))}
      </ul>
      {more === 0 ? null : <p className={cx('more')}>{t('exchange.moreProblems', { amount: digits(String(more)) })}</p>}
    </div>
  );
}

function ProblemWords({ problem }: { readonly problem: LineProblem }) {
  const { t } = useWords();
  if (problem.code === 'text-cut') return <span>{t(`exchange.cut.${problem.field}`)}</span>;
  if (problem.code === 'do-not-call-unclear') {
    return <span>{t('exchange.doNotCallUnclear', { text: problem.text })}</span>;
  }
  if (problem.code !== 'number-invalid') return <span>{t(`exchange.problem.${problem.code}`)}</span>;
  const { message } = errorWords({ code: 'destination-invalid', reason: problem.reason }, t);
  return (
    <span>
      <span className={cx('text')}>
        <NumberText>{problem.text}</NumberText>
      </span>{' '}
      {message}
    </span>
  );
}
