import { type ReactNode, useId } from 'react';
import { Switch } from 'react-aria-components';
import { bindClasses } from './class-names.ts';
import styles from './toggle.module.css';
import { useLock } from './use-lock.ts';

const cx = bindClasses(styles);

export interface ToggleProps {
  readonly label: string;
  readonly help?: ReactNode;
  readonly isSelected: boolean;
  readonly onChange: (selected: boolean) => void;
}

export function Toggle({ label, help, isSelected, onChange }: ToggleProps) {
  const helpId = useId();
  const { isLocked, describedBy } = useLock();
  return (
    <div className={cx('toggle')}>
      <Switch
        className={cx('switch')}
        isSelected={isSelected}
        isDisabled={isLocked}
        onChange={onChange}
        {...describedBy(help === undefined ? null : helpId)}
      >
        <span className={cx('label')}>{label}</span>
        <span className={cx('track')}>
          <span className={cx('thumb')} />
        </span>
      </Switch>
      {help === undefined ? null : (
        <p id={helpId} className={cx('help')}>
          {help}
        </p>
      )}
    </div>
  );
}
