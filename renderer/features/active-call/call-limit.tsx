import { Hourglass } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { CallLimitCountdown } from '../../../shared/domain/call-limit.ts';
import { useWords } from '../../text/use-words.ts';
import { bindClasses } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { NumberText } from '../../ui/number-text.tsx';
import { Sentence } from '../../ui/sentence.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import styles from './call-limit.module.css';

const cx = bindClasses(styles);

export interface CallLimitProps {
  readonly countdown: CallLimitCountdown;
  /** Off where another window says it already. */
  readonly announced?: boolean;
  /** Where there is no room for a sentence. */
  readonly short?: boolean;
}

/** Time left of a call that the PBX will end, with a warning each time it is due. */
export function CallLimit({ countdown, announced: said = true, short = false }: CallLimitProps) {
  const { t, digits, running } = useWords();
  const [announced, setAnnounced] = useState({ count: 0, seconds: 0 });
  const { warningCount: count, remainingSeconds: seconds } = countdown;

  useEffect(() => {
    setAnnounced((last) => (last.count === count ? last : { count, seconds }));
  }, [count, seconds]);

  const key = countdown.warning && !short ? 'card.limitWarning' : 'card.limitLeft';
  const time = <NumberText aligned>{running(seconds)}</NumberText>;
  return (
    <>
      {/* A new key lets the pulse start again with each warning. */}
      <span key={count} className={cx('limit', countdown.warning && 'warning')}>
        <Icon of={Hourglass} size={14} />
        <span>
          <Sentence text={t(key, { skipInterpolation: true })} parts={{ time }} />
        </span>
      </span>
      {said ? (
        <VisuallyHidden live="assertive">
          {announced.count === 0 ? '' : t('card.limitAnnounced', { seconds: digits(String(announced.seconds)) })}
        </VisuallyHidden>
      ) : null}
    </>
  );
}
