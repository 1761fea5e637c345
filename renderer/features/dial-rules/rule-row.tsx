import { ArrowDown, ArrowUp, Pencil, Trash2 } from 'lucide-react';
import { type KeyboardEvent, useLayoutEffect, useRef } from 'react';
import type { DialRule } from '../../../shared/domain/dial-rules/dial-rule.ts';
import { useWords } from '../../text/use-words.ts';
import { IconButton } from '../../ui/button.tsx';
import { bindClasses } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { Toggle } from '../../ui/toggle.tsx';
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
  const row = useRef<HTMLLIElement>(null);
  const focused = useRef<HTMLElement | null>(null);
  const { name } = rule;

  // A row that is put elsewhere loses the focus on the way, and a button at the end of its way is no button any more.
  useLayoutEffect(() => {
    const element = focused.current;
    if (element === null || document.activeElement !== document.body) return;
    const usable = element.matches(':disabled') ? row.current?.querySelector<HTMLElement>('button:enabled') : element;
    usable?.focus();
  });

  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    if (event.altKey && step !== 0) {
      event.preventDefault();
      onMove(step);
    } else if (event.key === 'Delete') {
      event.preventDefault();
      onRemove();
    }
  };

  return (
    <li
      ref={row}
      className={cx('row')}
      onKeyDown={onKeyDown}
      onFocus={(event) => {
        focused.current = event.target;
      }}
      onBlur={(event) => {
        if (event.relatedTarget !== null) focused.current = null;
      }}
    >
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
    </li>
  );
}
