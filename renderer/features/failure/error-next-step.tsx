import type { DialerError } from '../../../shared/errors.ts';
import { errorWords } from '../../text/error-words.ts';
import { useWords } from '../../text/use-words.ts';
import { bindClasses } from '../../ui/class-names.ts';
import { Sentence } from '../../ui/sentence.tsx';
import styles from './error-next-step.module.css';

const cx = bindClasses(styles);

export interface ErrorNextStepProps {
  readonly error: DialerError;
  readonly withMessage?: boolean;
}

/** What to do about a failure. A right has its name beside it, for the administrator who has to find it. */
export function ErrorNextStep({ error, withMessage = false }: ErrorNextStepProps) {
  const { t } = useWords();
  const { message, nextStep } = errorWords(error, t);
  const words = withMessage ? `${message} ${nextStep}` : nextStep;
  if (error.code !== 'pbx-access-denied') return words;
  const right = (
    <bdi dir="ltr" className={cx('code')}>
      {error.service}
    </bdi>
  );
  return (
    <>
      {words}
      <span className={cx('right')}>
        <Sentence text={t('connection.rightName', { skipInterpolation: true })} parts={{ right }} />
      </span>
    </>
  );
}
