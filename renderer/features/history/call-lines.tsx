import { ArrowDownLeft, ArrowLeftRight, ArrowUpRight } from 'lucide-react';
import { Button } from 'react-aria-components';
import type { Call } from '../../../shared/domain/call.ts';
import { useWords } from '../../text/use-words.ts';
import { bindClasses } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { NumberText } from '../../ui/number-text.tsx';
import { useNow } from '../../ui/use-now.ts';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import styles from './call-lines.module.css';
import { callOutcome } from './call-outcome.ts';

const cx = bindClasses(styles);
const directionIcons = { inbound: ArrowDownLeft, outbound: ArrowUpRight, internal: ArrowLeftRight } as const;

/** Calls with one party, each in a line: which way, how it ended, when. */
export function CallLines(props: { readonly calls: readonly Call[]; readonly onOpen?: (id: string) => void }) {
  const { calls, onOpen } = props;
  return (
    <ul>
      {calls.map((call) => (
        <li key={call.id}>
          {onOpen === undefined ? (
            <span className={cx('call')}>
              <CallLine call={call} />
            </span>
          ) : (
            <Button className={cx('call', 'pressable')} onPress={() => onOpen(call.id)}>
              <CallLine call={call} />
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

function CallLine({ call }: { readonly call: Call }) {
  const { t, clock, date, fullDate } = useWords();
  const now = useNow(60_000);
  const outcome = callOutcome(call);
  return (
    <>
      <span className={cx('direction')} title={t(`direction.${call.direction}`)}>
        <Icon of={directionIcons[call.direction]} mirrored={call.direction !== 'internal'} />
        <VisuallyHidden>{t(`direction.${call.direction}`)}</VisuallyHidden>
      </span>
      <span className={cx('outcome', outcome.tone.colour)}>
        <Icon of={outcome.tone.icon} size={14} />
        {t(`disposition.${outcome.word}`)}
      </span>
      <span className={cx('when')} title={fullDate(call.startedAtMs)}>
        {date(call.startedAtMs, now)} <NumberText>{clock(call.startedAtMs)}</NumberText>
      </span>
    </>
  );
}
