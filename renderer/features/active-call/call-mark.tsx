import { bindClasses } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import styles from './call-mark.module.css';
import type { Tone } from './call-tone.ts';

const cx = bindClasses(styles);

/** The class that gives a card the colours of its call: for the mark and whatever else takes `--tone`. */
export function toneClass({ colour }: Tone): string {
  return cx(colour);
}

export interface CallMarkProps {
  readonly tone: Tone;
  /** Breathes, for as long as the call waits for something. */
  readonly waiting: boolean;
  readonly small?: boolean;
}

/** The picture of where a call stands, in its colour. */
export function CallMark({ tone, waiting, small = false }: CallMarkProps) {
  return (
    <span className={cx('mark', small && 'small', waiting && 'waiting')}>
      <Icon of={tone.icon} size={small ? 16 : 20} mirrored={tone.mirrored === true} />
    </span>
  );
}
