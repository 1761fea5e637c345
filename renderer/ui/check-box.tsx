import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { Checkbox } from 'react-aria-components';
import styles from './check-box.module.css';
import { bindClasses } from './class-names.ts';
import { Icon } from './icon.tsx';
import { useLock } from './use-lock.ts';

const cx = bindClasses(styles);

export interface CheckBoxProps {
  readonly isSelected: boolean;
  readonly isDisabled?: boolean;
  readonly onChange: (selected: boolean) => void;
  readonly children: ReactNode;
}

/** One of several that are chosen together; a setting that stands alone is a `Toggle`. */
export function CheckBox({ isSelected, isDisabled = false, onChange, children }: CheckBoxProps) {
  const { isLocked, describedBy } = useLock();
  return (
    <Checkbox
      className={cx('check')}
      isSelected={isSelected}
      isDisabled={isDisabled || isLocked}
      {...describedBy(null)}
      onChange={onChange}
    >
      <span className={cx('box')}>{isSelected ? <Icon of={Check} size={14} /> : null}</span>
      <span className={cx('label')}>{children}</span>
    </Checkbox>
  );
}
