import { type RefObject, useEffect, useRef } from 'react';
import { useAfterCall } from '../../stores/after-call.ts';
import { useSnapshot } from '../../stores/app-state.ts';
import { useNumbers } from '../../stores/numbers.ts';
import { bindClasses } from '../../ui/class-names.ts';
import { HistoryViews } from '../missed/history-views.tsx';
import { FollowUpList } from './follow-up-list.tsx';
import styles from './history-tab.module.css';
import { OutcomeQueue } from './outcome-queue.tsx';
import { WorkBar } from './work-bar.tsx';
import { WorkWays } from './work-ways.tsx';

const cx = bindClasses(styles);

/** The calls, and beside the switch over them what waits for the agent; or one of its lists in their place. */
export function HistoryTab() {
  const view = useAfterCall((store) => store.view);
  const numbers = useNumbers((store) => store.open);
  const tab = useRef<HTMLDivElement>(null);
  useFocusOnReturn(tab, view !== null || numbers);
  const waits = useSnapshot(({ afterCall }) => afterCall.awaiting + afterCall.open > 0);
  return (
    <div ref={tab} className={cx('tab')}>
      {view === null ? null : <WorkBar view={view} />}
      <div className={cx('content')}>
        {view === null ? (
          <HistoryViews aside={waits ? <WorkWays /> : null} />
        ) : view === 'queue' ? (
          <OutcomeQueue />
        ) : (
          <FollowUpList />
        )}
      </div>
    </div>
  );
}

/** Who comes back to the calls goes on in their list. */
function useFocusOnReturn(tab: RefObject<HTMLElement | null>, away: boolean): void {
  const before = useRef(away);
  useEffect(() => {
    if (before.current && !away) tab.current?.querySelector<HTMLElement>('[role="grid"]')?.focus();
    before.current = away;
  }, [tab, away]);
}
