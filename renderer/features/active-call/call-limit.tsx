import { Hourglass } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Call } from '../../../shared/domain/call.ts';
import { callLimitCountdown } from '../../../shared/domain/call-limit.ts';
import { useSnapshot } from '../../stores/app-state.ts';
import { useWords } from '../../text/use-words.ts';
import { bindClasses } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { NumberText } from '../../ui/number-text.tsx';
import { Sentence } from '../../ui/sentence.tsx';
import { useNow } from '../../ui/use-now.ts';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import styles from './call-limit.module.css';

const cx = bindClasses(styles);

/** Time left of a call that the PBX will end, with a warning each time it is due. */
export function CallLimit({ call }: { readonly call: Call }) {
  const { t, digits, running } = useWords();
  const rule = useSnapshot((state) => state.effective.callLimit);
  const now = useNow(250, call.callLimitSeconds !== null);
  const countdown = callLimitCountdown(call, now, rule);
  const [announced, setAnnounced] = useState({ count: 0, seconds: 0 });
  const count = countdown?.warningCount ?? 0;
  const seconds = countdown?.remainingSeconds ?? 0;

  useEffect(() => {
    setAnnounced((last) => (last.count === count ? last : { count, seconds }));
  }, [count, seconds]);

  if (countdown === null) return null;
  const key = countdown.warning ? 'card.limitWarning' : 'card.limitLeft';
  const time = <NumberText>{running(countdown.remainingSeconds)}</NumberText>;
  return (
    <>
      {/* A new key lets the pulse start again with each warning. */}
      <p key={count} className={cx('limit', countdown.warning && 'warning')}>
        <Icon of={Hourglass} size={14} />
        <span>
          <Sentence text={t(key, { skipInterpolation: true })} parts={{ time }} />
        </span>
      </p>
      <VisuallyHidden live="assertive">
        {announced.count === 0 ? '' : t('card.limitAnnounced', { seconds: digits(String(announced.seconds)) })}
      </VisuallyHidden>
    </>
  );
}
