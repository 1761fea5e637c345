import { Check, CheckCheck, Phone, PhoneMissed, Undo2 } from 'lucide-react';
import type { MissedEntry } from '../../../shared/domain/missed/missed-entry.ts';
import { useWords } from '../../text/use-words.ts';
import { IconButton } from '../../ui/button.tsx';
import { bindClasses } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { Tooltip } from '../../ui/tooltip.tsx';
import { useCanCall } from '../../use-can-call.ts';
import { LastCallTime } from '../keypad/last-call-time.tsx';
import { Party } from '../names/party.tsx';
import { MissedFacts } from './missed-facts.tsx';
import styles from './missed-row.module.css';

const cx = bindClasses(styles);

export interface MissedRowProps {
  readonly id: string;
  readonly entry: MissedEntry;
  /** Among all that are shown, from 1. */
  readonly position: number;
  readonly nowMs: number;
  readonly selected: boolean;
  readonly onSelect: () => void;
  readonly onCallBack: (literal: boolean) => void;
  readonly onHandle: () => void;
  readonly onReopen: () => void;
}

export function MissedRow({ entry, nowMs, selected, ...props }: MissedRowProps) {
  const { t, number, fullDate } = useWords();
  const canCall = useCanCall(entry.number);
  const called = { number: number(entry.number) };
  const waits = entry.handled === null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: see the list
    // biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus and names its active row
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid moves the selection by keys
    <div
      id={props.id}
      role="row"
      aria-rowindex={props.position}
      aria-selected={selected}
      className={cx('row', waits && 'waits', selected && 'selected')}
      onClick={props.onSelect}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: see the list */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus */}
      <div role="gridcell" className={cx('main')}>
        <span className={cx('mark')}>
          <Icon of={waits ? PhoneMissed : CheckCheck} />
        </span>
        <span className={cx('number')}>
          <Party number={entry.number} />
        </span>
        <span className={cx('time')} title={fullDate(entry.lastAtMs)}>
          <LastCallTime atMs={entry.lastAtMs} nowMs={nowMs} withoutWeekday />
        </span>
        <MissedFacts entry={entry} nowMs={nowMs} />
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: see the list */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus */}
      <div role="gridcell" className={cx('actions')}>
        {waits ? (
          <Tooltip text={t('missed.handle', called)}>
            <IconButton
              aria-label={t('missed.handle', called)}
              preventFocusOnPress
              excludeFromTabOrder={!selected}
              onPress={props.onHandle}
            >
              <Icon of={Check} />
            </IconButton>
          </Tooltip>
        ) : entry.handled.how === 'by-hand' ? (
          <Tooltip text={t('missed.reopen', called)}>
            <IconButton
              aria-label={t('missed.reopen', called)}
              preventFocusOnPress
              excludeFromTabOrder={!selected}
              onPress={props.onReopen}
            >
              <Icon of={Undo2} />
            </IconButton>
          </Tooltip>
        ) : null}
        {canCall ? (
          <Tooltip text={t('history.callBack', called)}>
            <IconButton
              aria-label={t('history.callBack', called)}
              preventFocusOnPress
              excludeFromTabOrder={!selected}
              onPress={({ altKey }) => props.onCallBack(altKey)}
            >
              <Icon of={Phone} />
            </IconButton>
          </Tooltip>
        ) : null}
      </div>
    </div>
  );
}
