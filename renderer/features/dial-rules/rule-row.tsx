import { ArrowDown, ArrowUp, Pencil, Trash2 } from 'lucide-react';
import type { DialRule } from '../../../shared/domain/dial-rules/dial-rule.ts';
import { useWords } from '../../text/use-words.ts';
import { IconButton } from '../../ui/button.tsx';
import { bindClasses } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { Toggle } from '../../ui/toggle.tsx';
import { SortedRow } from '../sorted-list/sorted-row.tsx';
import styles from './rule-row.module.css';
import { RuleWords } from './rule-words.tsx';

const cx = bindClasses(styles);

export interface RuleRowProps {
  readonly rule: DialRule;
  readonly first: boolean;
  readonly last: boolean;
  readonly onUse: (enabled: boolean) => void;
  readonly onMove: (step: 1 | -1) => void;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}

/** A rule: on or off, what it does, and its place, which Alt and the arrows change as well. */
export function RuleRow({ rule, first, last, onUse, onMove, onEdit, onRemove }: RuleRowProps) {
  const { t } = useWords();
  const { name } = rule;

  return (
    <SortedRow className={cx('row')} onMove={onMove} onRemove={onRemove}>
      <div className={cx('rule')}>
        <Toggle label={name} help={<RuleWords rule={rule} />} isSelected={rule.enabled} onChange={onUse} />
      </div>
      <div className={cx('buttons')}>
        <IconButton aria-label={t('dialRules.up', { name })} isDisabled={first} onPress={() => onMove(-1)}>
          <Icon of={ArrowUp} />
        </IconButton>
        <IconButton aria-label={t('dialRules.down', { name })} isDisabled={last} onPress={() => onMove(1)}>
          <Icon of={ArrowDown} />
        </IconButton>
        <IconButton aria-label={t('dialRules.edit', { name })} onPress={onEdit}>
          <Icon of={Pencil} />
        </IconButton>
        <IconButton aria-label={t('dialRules.remove', { name })} onPress={onRemove}>
          <Icon of={Trash2} />
        </IconButton>
      </div>
    </SortedRow>
  );
}
