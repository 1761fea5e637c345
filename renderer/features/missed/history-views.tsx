import { type ReactNode, useEffect } from 'react';
import { missedInWords } from '../../../shared/domain/missed/most-missed.ts';
import { useAppState, useSnapshot } from '../../stores/app-state.ts';
import { useCalls } from '../../stores/calls.ts';
import { readMissedOf, showHandled, showMissed, useMissed } from '../../stores/missed.ts';
import { useNumbers } from '../../stores/numbers.ts';
import { shownProfile } from '../../stores/profiles.ts';
import { useWords } from '../../text/use-words.ts';
import { Choice } from '../../ui/choice.tsx';
import { bindClasses } from '../../ui/class-names.ts';
import { Toggle } from '../../ui/toggle.tsx';
import { History } from '../history/history.tsx';
import { Numbers } from '../numbers/numbers.tsx';
import styles from './history-views.module.css';
import { MissedInbox } from './missed-inbox.tsx';

const cx = bindClasses(styles);

/** All calls, or the numbers that called in vain; or what all of them add up to. `aside` stands beside the switch between the two. */
export function HistoryViews({ aside }: { readonly aside: ReactNode }) {
  const { t, digits } = useWords();
  const open = useMissed((store) => store.open);
  const numbers = useNumbers((store) => store.open);
  const withHandled = useMissed((store) => store.withHandled);
  const waiting = useSnapshot((state) => state.missed.unhandled);
  const profile = useAppState(shownProfile);
  const noCalls = useCalls((store) => store.ready && store.calls.length === 0);
  useEffect(() => {
    if (open) void readMissedOf(profile);
  }, [open, profile]);
  if (numbers) return <Numbers />;
  return (
    <div className={cx('views')}>
      <div className={cx('bar', open && 'ruled')} hidden={noCalls && waiting === 0 && !open && aside === null}>
        <Choice
          labelHidden
          label={t('missed.which')}
          value={open ? 'missed' : 'calls'}
          options={[
            { value: 'calls', label: t('missed.calls') },
            {
              value: 'missed',
              label:
                waiting === 0 ? t('missed.missed') : t('missed.missedMany', { value: digits(missedInWords(waiting)) }),
            },
          ]}
          onChange={(view) => showMissed(view === 'missed')}
        />
        {open ? <Toggle label={t('missed.withHandled')} isSelected={withHandled} onChange={showHandled} /> : null}
        {aside}
      </div>
      <div className={cx('view')}>{open ? <MissedInbox /> : <History />}</div>
    </div>
  );
}
