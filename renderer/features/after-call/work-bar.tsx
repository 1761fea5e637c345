import { AlarmClock, ArrowLeft, ClipboardList } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import { showWork, useAfterCall } from '../../stores/after-call.ts';
import { useSnapshot } from '../../stores/app-state.ts';
import { useWords } from '../../text/use-words.ts';
import { IconButton } from '../../ui/button.tsx';
import { bindClasses } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { useWorkCounts } from './use-work-counts.ts';
import styles from './work-bar.module.css';

const cx = bindClasses(styles);

/** Over the calls: what waits for the agent, each with the way to its list; over a list its name and the way back. */
export function WorkBar() {
  const { t } = useWords();
  const view = useAfterCall((store) => store.view);
  const { open, due, awaiting } = useSnapshot((state) => state.afterCall);
  const words = useWorkCounts();
  if (view !== null) {
    return (
      <div className={cx('bar')}>
        <IconButton aria-label={t('afterCall.back')} onPress={() => showWork(null)}>
          <Icon of={ArrowLeft} mirrored />
        </IconButton>
        <h2 className={cx('title')}>
          {view === 'queue' ? (words.awaiting ?? t('afterCall.queue')) : t('afterCall.followUps')}
        </h2>
      </div>
    );
  }
  if (awaiting === 0 && open === 0) return null;
  return (
    <div className={cx('bar')}>
      {words.awaiting === null ? null : (
        <AriaButton className={cx('way')} onPress={() => showWork('queue')}>
          <Icon of={ClipboardList} size={14} />
          {words.awaiting}
        </AriaButton>
      )}
      {open === 0 ? null : (
        <AriaButton className={cx('way', due > 0 && 'due')} onPress={() => showWork('follow-ups')}>
          <Icon of={AlarmClock} size={14} />
          {words.due ?? words.open}
        </AriaButton>
      )}
    </div>
  );
}
