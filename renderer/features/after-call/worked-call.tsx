import type { ReactNode } from 'react';
import { otherParty } from '../../../shared/domain/call-view.ts';
import type { WorkedCallRow } from '../../../shared/ipc/after-call-contract.ts';
import { bindClasses } from '../../ui/class-names.ts';
import { Party } from '../names/party.tsx';
import styles from './worked-call.module.css';

const cx = bindClasses(styles);

export interface WorkedCallProps {
  readonly row: WorkedCallRow;
  /** Below the name: when, and how it was. */
  readonly facts: ReactNode;
  readonly actions: ReactNode;
}

/** A call in a list of work: who, when, and what was noted. */
export function WorkedCall({ row, facts, actions }: WorkedCallProps) {
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a part of the grid */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus */}
      <div role="gridcell" className={cx('call')}>
        <span className={cx('party')}>
          <Party number={otherParty(row.call)} />
        </span>
        <span className={cx('facts')}>
          {facts}
          {row.work.note === '' ? null : (
            <bdi className={cx('note')} title={row.work.note}>
              {row.work.note}
            </bdi>
          )}
        </span>
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a part of the grid */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus */}
      <div role="gridcell" className={cx('actions')}>
        {actions}
      </div>
    </>
  );
}
