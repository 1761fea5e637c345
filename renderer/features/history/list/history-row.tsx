import { ArrowDownLeft, ArrowLeftRight, ArrowUpRight } from 'lucide-react';
import { memo } from 'react';
import type { CallWork } from '../../../../shared/domain/after-call/call-work.ts';
import type { Call } from '../../../../shared/domain/call.ts';
import { otherParty } from '../../../../shared/domain/call-view.ts';
import { useWords } from '../../../text/use-words.ts';
import { bindClasses } from '../../../ui/class-names.ts';
import { Icon } from '../../../ui/icon.tsx';
import { NumberText } from '../../../ui/number-text.tsx';
import { VisuallyHidden } from '../../../ui/visually-hidden.tsx';
import { Party } from '../../names/party.tsx';
import { callOutcome } from '../call-outcome.ts';
import styles from './history-row.module.css';
import { RowActions } from './row-actions.tsx';
import { RowDetails } from './row-details.tsx';
import { hasWorkLine } from './row-heights.ts';
import { WorkLine } from './work-line.tsx';

const cx = bindClasses(styles);
const directionIcons = { inbound: ArrowDownLeft, outbound: ArrowUpRight, internal: ArrowLeftRight } as const;

export interface HistoryRowProps {
  readonly id: string;
  readonly call: Call;
  readonly work: CallWork | null;
  /** What the list was searched for. */
  readonly query: string;
  /** Among all calls that fit, from 1; null: nobody counted them. */
  readonly position: number | null;
  readonly selected: boolean;
  /** Everything on one line, below its like; else two lines. */
  readonly columns: boolean;
  /** Says of which profile it is. */
  readonly marked: boolean;
  /** Some calls have a page, so every row has room for the button that opens it. */
  readonly paged: boolean;
  readonly onSelect: (id: string) => void;
  readonly onOpen: (id: string) => void;
  /** `literal`: Alt was held. */
  readonly onRedial: (id: string, literal: boolean) => void;
}

/** Drawn again only when something of its own changed: scrolling draws new rows alone. */
export const HistoryRowView = memo(function HistoryRowView(props: HistoryRowProps) {
  const { call, work, query, position, selected, columns, marked, paged } = props;
  const { t, clock, fullDate } = useWords();
  const party = otherParty(call);
  const outcome = callOutcome(call);
  const day = fullDate(call.startedAtMs);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a part of a grid that a virtual list places, which a table cannot do
    // biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus and names its active row
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid moves the selection by keys
    <div
      id={props.id}
      role="row"
      aria-rowindex={position ?? undefined}
      aria-selected={selected}
      className={cx(
        'row',
        columns ? 'columns' : 'lines',
        selected && 'selected',
        outcome.word === 'missed' && 'missed',
        paged && 'paged',
        marked && 'marked',
      )}
      onClick={() => props.onSelect(call.id)}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: a part of a grid that a virtual list places, which a table cannot do */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus */}
      <div role="gridcell" className={cx('main')}>
        <span className={cx('direction')} title={t(`direction.${call.direction}`)}>
          <Icon of={directionIcons[call.direction]} mirrored={call.direction !== 'internal'} />
          <VisuallyHidden>{t(`direction.${call.direction}`)}</VisuallyHidden>
        </span>
        <span className={cx('number')}>
          <Party number={party} stacked={columns} query={query} />
        </span>
        <span className={cx('outcome', outcome.tone.colour)}>
          <Icon of={outcome.tone.icon} size={14} />
          {t(`disposition.${outcome.word}`)}
        </span>
        <RowDetails call={call} columns={columns} marked={marked} selected={selected} />
        {hasWorkLine(work) ? <WorkLine work={work} query={query} /> : null}
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a part of a grid that a virtual list places, which a table cannot do */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus */}
      <div role="gridcell" className={cx('time')} title={day}>
        <VisuallyHidden>{day}</VisuallyHidden>
        <NumberText aligned>{clock(call.startedAtMs)}</NumberText>
      </div>
      <RowActions call={call} selected={selected} columns={columns} onOpen={props.onOpen} onRedial={props.onRedial} />
    </div>
  );
});
