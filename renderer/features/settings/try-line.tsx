import { CircleCheck, LoaderCircle } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../../ui/button.tsx';
import { bindClasses } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import styles from './try-line.module.css';

const cx = bindClasses(styles);

export interface TryLineProps {
  readonly action: string;
  readonly state: 'untried' | 'running' | 'passed';
  /** What came of it stands beside the button. */
  readonly words: ReactNode;
  readonly onPress: () => void;
}

/** A button that tries something out, and in the same line what it does and what came of it. */
export function TryLine({ action, state, words, onPress }: TryLineProps) {
  // It keeps the focus while it cannot be pressed.
  const running = state === 'running';
  return (
    <div className={cx('line')}>
      <Button aria-disabled={running} onPress={() => (running ? undefined : onPress())}>
        {action}
      </Button>
      <span role="status" className={cx('words', state === 'passed' && 'passed')}>
        {running ? <Icon of={LoaderCircle} spinning /> : null}
        {state === 'passed' ? <Icon of={CircleCheck} /> : null}
        {words}
      </span>
    </div>
  );
}
