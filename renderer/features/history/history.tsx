import { useCallback, useRef, useState } from 'react';
import type { Call } from '../../../shared/domain/call.ts';
import { otherParty } from '../../../shared/domain/call-view.ts';
import { useAppState } from '../../stores/app-state.ts';
import { originate } from '../../stores/dialling.ts';
import { shownProfile } from '../../stores/profiles.ts';
import { bindClasses } from '../../ui/class-names.ts';
import { ErrorNote } from '../failure/error-note.tsx';
import { RecordingDock } from '../recording/recording-dock.tsx';
import { useProblemAt } from '../settings/use-problem-at.ts';
import styles from './history.module.css';
import { HistoryBrowse } from './history-browse.tsx';
import { OtherProfile } from './other-profile.tsx';
import { useMissedSeen } from './use-missed-seen.ts';

const cx = bindClasses(styles);

/** The calls, and beside them or over them what is known of one. */
export function History() {
  const [asked, setAsked] = useState<{ readonly call: Call; readonly literal: boolean } | null>(null);
  const frame = useRef<HTMLDivElement>(null);
  const active = useAppState(shownProfile);
  const problem = useProblemAt('history');
  useMissedSeen();
  const redial = useCallback(
    (call: Call, literal: boolean) => {
      setAsked(call.profile === active ? null : { call, literal });
      if (call.profile === active) void originate(otherParty(call), 'history', { literal });
    },
    [active],
  );
  return (
    <div ref={frame} className={cx('history')}>
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
      <HistoryBrowse onRedial={redial} />
      <RecordingDock />
    </div>
  );
}
