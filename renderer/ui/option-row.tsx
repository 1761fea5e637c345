import type { ReactNode, Ref } from 'react';
import { bindClasses } from './class-names.ts';
import styles from './option-row.module.css';

const cx = bindClasses(styles);

export interface OptionRowProps {
  readonly id: string;
  readonly chosen: boolean;
  /** `line`: all of it beside each other, with a mark before and a key behind. `lines`: the facts below the number. */
  readonly layout: 'line' | 'lines';
  readonly onChoose: () => void;
  readonly children: ReactNode;
  readonly ref?: Ref<HTMLDivElement>;
}

/** One of the numbers that a field offers, which keeps the focus and names the one that the arrows have reached. */
export function OptionRow({ id, chosen, layout, onChoose, children, ref }: OptionRowProps) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the field holds the focus and names the chosen option
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field walks and chooses by keys
    <div
      ref={ref}
      id={id}
      role="option"
      aria-selected={chosen}
      className={cx('row', layout, chosen && 'chosen')}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      {children}
    </div>
  );
}
