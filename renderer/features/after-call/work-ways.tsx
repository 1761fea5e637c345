import { AlarmClock, ClipboardList, type LucideIcon } from 'lucide-react';
import { Button } from 'react-aria-components';
import { showWork, type WorkView } from '../../stores/after-call.ts';
import { useSnapshot } from '../../stores/app-state.ts';
import { useWords } from '../../text/use-words.ts';
import { bindClasses } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { NumberText } from '../../ui/number-text.tsx';
import { Tooltip } from '../../ui/tooltip.tsx';
import { useWorkCounts } from './use-work-counts.ts';
import styles from './work-ways.module.css';

const cx = bindClasses(styles);

/** What waits for the agent, each with the way to its list: in words, or as a number where there is little room. */
export function WorkWays() {
  const { awaiting, due, open } = useSnapshot((state) => state.afterCall);
  const words = useWorkCounts();
  return (
    <div className={cx('ways')}>
      {words.awaiting === null ? null : <Way to="queue" icon={ClipboardList} count={awaiting} words={words.awaiting} />}
      {words.open === null ? null : (
        <Way to="follow-ups" icon={AlarmClock} count={due || open} words={words.due ?? words.open} isDue={due > 0} />
      )}
    </div>
  );
}

function Way(props: {
  readonly to: WorkView;
  readonly icon: LucideIcon;
  readonly count: number;
  readonly words: string;
  readonly isDue?: boolean;
}) {
  const { to, icon, count, words, isDue = false } = props;
  const { digits } = useWords();
  return (
    <Tooltip text={words}>
      <Button className={cx('way', isDue && 'due')} aria-label={words} onPress={() => showWork(to)}>
        <Icon of={icon} />
        <span className={cx('words')}>{words}</span>
        <span className={cx('count')}>
          <NumberText>{digits(String(count))}</NumberText>
        </span>
      </Button>
    </Tooltip>
  );
}
