import type { CalledNumber } from '../../../shared/ipc/call-contract.ts';
import { useWords } from '../../text/use-words.ts';
import { bindClasses } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { endedOutcome } from '../history/call-outcome.ts';
import { LastCallTime } from './last-call-time.tsx';
import styles from './last-outcome.module.css';

const cx = bindClasses(styles);

/** How and when the last call with a number ended, wherever numbers are offered. */
export function LastOutcome({ of, nowMs }: { readonly of: CalledNumber; readonly nowMs: number }) {
  const { t } = useWords();
  const { lastAtMs, ending } = of;
  const outcome = ending === null ? null : endedOutcome(ending);
  return (
    <>
      {outcome === null ? null : (
        <span className={cx('outcome', outcome.tone.colour)}>
          <Icon of={outcome.tone.icon} size={14} />
          {t(`disposition.${outcome.word}`)}
        </span>
      )}
      <LastCallTime atMs={lastAtMs} nowMs={nowMs} />
    </>
  );
}
