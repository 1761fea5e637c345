import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { Call } from '../../../shared/domain/call.ts';
import { otherParty } from '../../../shared/domain/call-view.ts';
import type { HistoryRow } from '../../../shared/ipc/history-contract.ts';
import { useAppState } from '../../stores/app-state.ts';
import { originate } from '../../stores/dialling.ts';
import { useHistory } from '../../stores/history.ts';
import { closeDetails, useHistoryDesk } from '../../stores/history-desk.ts';
import { shownProfile } from '../../stores/profiles.ts';
import { bindClasses } from '../../ui/class-names.ts';
import { useMedia } from '../../ui/use-media.ts';
import { ErrorNote } from '../failure/error-note.tsx';
import { RecordingDock } from '../recording/recording-dock.tsx';
import { useProblemAt } from '../settings/use-problem-at.ts';
import { CallDetails } from './details/call-details.tsx';
import styles from './history.module.css';
import { HistoryBrowse } from './history-browse.tsx';
import { OtherProfile } from './other-profile.tsx';
import { useMissedSeen } from './use-missed-seen.ts';
import { useShownHistory } from './use-shown-history.ts';

const cx = bindClasses(styles);

/** The calls, and beside them, or over them where there is no room, what is known of one. */
export function History() {
  const [asked, setAsked] = useState<{ readonly call: Call; readonly literal: boolean } | null>(null);
  const frame = useRef<HTMLDivElement>(null);
  const roomy = useMedia('(min-width: 1040px)');
  const active = useAppState(shownProfile);
  const problem = useProblemAt('history');
  const { several, marked } = useShownHistory();
  const row = useChosenRow();
  const open = useHistoryDesk((store) => store.open) && row !== null;
  useMissedSeen();
  useFocusThatFollows(frame, open, roomy);
  const redial = useCallback(
    (call: Call, literal: boolean) => {
      setAsked(call.profile === active ? null : { call, literal });
      if (call.profile === active) void originate(otherParty(call), 'history', { literal });
    },
    [active],
  );
  const toSearch = () => {
    if (!roomy) closeDetails();
    requestAnimationFrame(() => frame.current?.querySelector<HTMLElement>('input[type="search"]')?.focus());
  };
  const details =
    open && row !== null ? (
      <CallDetails {...row} roomy={roomy} marked={marked} onRedial={redial} onSearch={toSearch} />
    ) : null;
  return (
    <div ref={frame} className={cx('history')} data-history data-covered={(details !== null && !roomy) || undefined}>
      {problem === null ? null : (
        <div className={cx('note')}>
          <ErrorNote error={problem} />
        </div>
      )}
      {asked === null ? null : (
        <div className={cx('note')}>
          <OtherProfile key={asked.call.id} {...asked} onEnd={() => setAsked(null)} />
        </div>
      )}
      {details !== null && !roomy ? (
        details
      ) : (
        <div className={cx('panes', details !== null && 'beside')}>
          <HistoryBrowse several={several} marked={marked} onRedial={redial} />
          {details === null ? null : <div className={cx('aside')}>{details}</div>}
        </div>
      )}
      <RecordingDock />
    </div>
  );
}

/** The chosen call as it is now; one that a filter took out of the list stays open as it was. */
function useChosenRow(): HistoryRow | null {
  const chosen = useHistoryDesk((store) => store.chosen);
  const listed = useHistory((store) => store.rows.find(({ call }) => call.id === chosen) ?? null);
  const [kept, setKept] = useState(listed);
  if (listed !== null && listed !== kept) setKept(listed);
  return listed ?? (kept?.call.id === chosen ? kept : null);
}

/** Over the list the details begin at their first control; when they close, the list goes on where it was. */
function useFocusThatFollows(frame: RefObject<HTMLElement | null>, open: boolean, roomy: boolean): void {
  const before = useRef(open);
  useEffect(() => {
    const was = before.current;
    before.current = open;
    if (was === open || (open && roomy)) return;
    frame.current?.querySelector<HTMLElement>(open ? '[data-first]' : '[role="grid"]')?.focus();
  }, [frame, open, roomy]);
}
