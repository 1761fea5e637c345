import { ArrowDown, ArrowUp, Pencil, Trash2 } from 'lucide-react';
import { keyOfOutcome, type Outcome } from '../../../shared/domain/after-call/outcome.ts';
import { useWords } from '../../text/use-words.ts';
import { IconButton } from '../../ui/button.tsx';
import { bindClasses } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { KeyCap } from '../../ui/key-cap.tsx';
import { SortedRow } from '../sorted-list/sorted-row.tsx';
import { outcomeLooks } from './outcome-look.ts';
import styles from './outcome-row.module.css';

const cx = bindClasses(styles);

export interface OutcomeRowProps {
  readonly outcome: Outcome;
  readonly index: number;
  readonly last: boolean;
  readonly onMove: (step: 1 | -1) => void;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}

/** An outcome with its key, which is its place in the list; Alt and the arrows change it as well. */
export function OutcomeRow({ outcome, index, last, onMove, onEdit, onRemove }: OutcomeRowProps) {
  const { t, digits } = useWords();
  const { name, code } = outcome;
  const look = outcomeLooks[outcome.kind];
  const key = keyOfOutcome(index);

  return (
    <SortedRow className={cx('row')} onMove={onMove} onRemove={onRemove}>
      <span className={cx('key')}>{key === null ? null : <KeyCap>{digits(key)}</KeyCap>}</span>
      <span className={cx('mark', look.colour)}>
        <Icon of={look.icon} />
      </span>
      <span className={cx('words')}>
        <bdi className={cx('name')}>{name}</bdi>
        <bdi className={cx('code')}>{code}</bdi>
      </span>
      <span className={cx('buttons')}>
        <IconButton
          aria-label={t('afterCall.outcomes.up', { name })}
          isDisabled={index === 0}
          onPress={() => onMove(-1)}
        >
          <Icon of={ArrowUp} />
        </IconButton>
        <IconButton aria-label={t('afterCall.outcomes.down', { name })} isDisabled={last} onPress={() => onMove(1)}>
          <Icon of={ArrowDown} />
        </IconButton>
        <IconButton aria-label={t('afterCall.outcomes.edit', { name })} onPress={onEdit}>
          <Icon of={Pencil} />
        </IconButton>
        <IconButton aria-label={t('afterCall.outcomes.remove', { name })} onPress={onRemove}>
          <Icon of={Trash2} />
        </IconButton>
      </span>
    </SortedRow>
  );
}
