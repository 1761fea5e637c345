import type { Call } from '../../../../shared/domain/call.ts';
import { callSteps } from '../../../../shared/domain/call-steps.ts';
import { useWords } from '../../../text/use-words.ts';
import { bindClasses } from '../../../ui/class-names.ts';
import { NumberText } from '../../../ui/number-text.tsx';
import styles from './timeline.module.css';

const cx = bindClasses(styles);

/** Every step that was observed, one below the other, with its moment and who told it. */
export function Timeline({ call }: { readonly call: Call }) {
  const { t, clock } = useWords();
  return (
    <ol className={cx('line')}>
      {callSteps(call).map((step) => (
        <li key={step.kind} className={cx('step')}>
          <span className={cx('time')}>
            <NumberText aligned>{clock(step.atMs, true)}</NumberText>
          </span>
          <span className={cx('words')}>
            <span className={cx('name')}>{t(`card.step.${step.kind}`)}</span>
            <span className={cx('source')} title={t('card.sourceIs', { source: t(`card.source.${step.source}`) })}>
              {t(`card.source.${step.source}`)}
            </span>
          </span>
        </li>
      ))}
    </ol>
  );
}
