import { CircleAlert } from 'lucide-react';
import { errorWords } from '../../text/error-words.ts';
import { useWords } from '../../text/use-words.ts';
import { bindClasses } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { NumberText } from '../../ui/number-text.tsx';
import { Sentence } from '../../ui/sentence.tsx';
import styles from './dial-line.module.css';
import type { DialPlan } from './dial-plan.ts';

const cx = bindClasses(styles);

export interface DialLineProps {
  readonly id: string;
  readonly plan: DialPlan;
  readonly inFlight: boolean;
  readonly lastDialled: string | null;
  /** Call was pressed on something that cannot be dialled. */
  readonly insisted: boolean;
}

/** Says before the call what will be dialled and how, or why the text cannot be dialled. */
export function DialLine({ id, plan, inFlight, lastDialled, insisted }: DialLineProps) {
  const { t } = useWords();
  return (
    <div
      id={id}
      className={cx('line', plan.kind === 'invalid' && 'invalid', insisted && 'insisted')}
      aria-live="polite"
    >
      {inFlight ? t('keypad.calling') : <LineText plan={plan} lastDialled={lastDialled} />}
    </div>
  );
}

function LineText({ plan, lastDialled }: { readonly plan: DialPlan; readonly lastDialled: string | null }) {
  const { t, digits, number: grouped } = useWords();
  const open = { skipInterpolation: true } as const;
  if (plan.kind === 'invalid') {
    const words = errorWords(plan.error, t);
    return (
      <>
        <Icon of={CircleAlert} size={14} />
        <span>
          {words.message} {words.nextStep}
        </span>
      </>
    );
  }
  if (plan.kind === 'empty') {
    if (lastDialled === null) return null;
    return (
      <Sentence text={t('keypad.recall', open)} parts={{ number: <NumberText>{grouped(lastDialled)}</NumberText> }} />
    );
  }
  const number = <NumberText>{digits(plan.destination.digits)}</NumberText>;
  if (plan.trunkName !== '') {
    return <Sentence text={t('keypad.dialsVia', open)} parts={{ number, trunk: <bdi>{plan.trunkName}</bdi> }} />;
  }
  const key = { extension: 'keypad.dialsExtension', code: 'keypad.dialsCode', outside: 'keypad.dialsByPlan' } as const;
  return <Sentence text={t(key[plan.destination.kind], open)} parts={{ number }} />;
}
