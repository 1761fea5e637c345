import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useWords } from '../../text/use-words.ts';
import { IconButton, LinkButton } from '../../ui/button.tsx';
import { bindClasses } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import styles from './numbers.module.css';
import type { Period } from './use-period.ts';
import { usePeriodWords } from './use-period-words.ts';

const cx = bindClasses(styles);

/** Which period it is, and the way to those before and after it. */
export function PeriodSteps({ period }: { readonly period: Period }) {
  const { t } = useWords();
  const { unit, isNow, step, toNow } = period;
  return (
    <div className={cx('steps')}>
      <IconButton aria-label={t(`numbers.earlier.${unit}`)} onPress={() => step(-1)}>
        <Icon of={ChevronLeft} mirrored />
      </IconButton>
      <p className={cx('period')} role="status">
        <bdi>{usePeriodWords(period)}</bdi>
      </p>
      <IconButton aria-label={t(`numbers.later.${unit}`)} isDisabled={isNow} onPress={() => step(1)}>
        <Icon of={ChevronRight} mirrored />
      </IconButton>
      {isNow ? null : <LinkButton onPress={toNow}>{t(`numbers.now.${unit}`)}</LinkButton>}
    </div>
  );
}
