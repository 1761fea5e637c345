import type { LucideIcon } from 'lucide-react';
import { memo } from 'react';
import { bindClasses } from './class-names.ts';
import styles from './icon.module.css';

const cx = bindClasses(styles);

export interface IconProps {
  readonly of: LucideIcon;
  readonly size?: number;
  /** Arrows along the line of reading turn around with it; things of the world do not. */
  readonly mirrored?: boolean;
  readonly spinning?: boolean;
}

/** Always decorative: the word beside it or the name of its button says the same. */
export const Icon = memo(function Icon({ of: Shape, size = 16, mirrored = false, spinning = false }: IconProps) {
  return (
    <Shape
      size={size}
      strokeWidth={1.5}
      aria-hidden="true"
      className={cx('icon', mirrored && 'mirrored', spinning && 'spinning')}
    />
  );
});
