import { EarOff } from 'lucide-react';
import type { HistoryGap } from '../../../../shared/domain/history/history-gap.ts';
import { fetchCalls, useBackfill } from '../../../stores/backfill.ts';
import { dayKey } from '../../../text/format-time.ts';
import { useWords } from '../../../text/use-words.ts';
import { Button } from '../../../ui/button.tsx';
import { bindClasses } from '../../../ui/class-names.ts';
import { Icon } from '../../../ui/icon.tsx';
import { NumberText } from '../../../ui/number-text.tsx';
import { Sentence } from '../../../ui/sentence.tsx';
import styles from './gap-row.module.css';

const cx = bindClasses(styles);

/** A time of which nothing is known stands in the list as what it is. */
export function GapRow({ gap }: { readonly gap: HistoryGap }) {
  const { t } = useWords();
  const running = useBackfill((store) => store.status.running !== null);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a part of a grid that a virtual list places, which a table cannot do
    // biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus
    <div role="row" className={cx('row')}>
      {/* biome-ignore lint/a11y/useSemanticElements: a part of a grid that a virtual list places, which a table cannot do */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus */}
      <div role="gridcell" className={cx('gap')}>
        <Icon of={EarOff} />
        <span className={cx('words')}>
          <span className={cx('title')}>
            <GapTime gap={gap} />
          </span>
          <span className={cx('reason')}>{t(`backfill.reason.${gap.reason}`)}</span>
        </span>
        <Button isDisabled={running} onPress={fetchCalls}>
          {t('action.tryAgain')}
        </Button>
      </div>
    </div>
  );
}

/** The heading above says the day of its end; the day of its beginning is said where it is another one. */
function GapTime({ gap: { fromMs, toMs } }: { readonly gap: HistoryGap }) {
  const { t, style, clock, date } = useWords();
  const sameDay = dayKey(fromMs, style) === dayKey(toMs - 1, style);
  const until = <NumberText aligned>{clock(toMs)}</NumberText>;
  const from = <NumberText aligned>{clock(fromMs)}</NumberText>;
  return sameDay ? (
    <Sentence text={t('backfill.gap', { skipInterpolation: true })} parts={{ from, until }} />
  ) : (
    <Sentence
      text={t('backfill.gapOfDays', { skipInterpolation: true })}
      parts={{ day: date(fromMs, toMs), from, until }}
    />
  );
}
