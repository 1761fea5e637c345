import { useAfterCall } from '../../stores/after-call.ts';
import { bindClasses } from '../../ui/class-names.ts';
import { HistoryViews } from '../missed/history-views.tsx';
import { FollowUpList } from './follow-up-list.tsx';
import styles from './history-tab.module.css';
import { OutcomeQueue } from './outcome-queue.tsx';
import { WorkBar } from './work-bar.tsx';

const cx = bindClasses(styles);

/** The calls, and over them what waits for the agent; or one of its lists in their place. */
export function HistoryTab() {
  const view = useAfterCall((store) => store.view);
  return (
    <div className={cx('tab')}>
      <WorkBar />
      <div className={cx('content')}>
        {view === null ? <HistoryViews /> : view === 'queue' ? <OutcomeQueue /> : <FollowUpList />}
      </div>
    </div>
  );
}
