import { bindClasses } from './class-names.ts';
import styles from './skeleton.module.css';
import { useLater } from './use-later.ts';

const cx = bindClasses(styles);

export interface SkeletonProps {
  /** For those who cannot see the bars. */
  readonly label: string;
  readonly rows?: number;
  /** What one row stands for: a line of text, or a row with a picture and two lines. */
  readonly shape?: 'line' | 'row';
}

/** Stands where something is being read. A wait that is over at once shows nothing, so mount it with the wait. */
export function Skeleton({ label, rows = 6, shape = 'row' }: SkeletonProps) {
  const late = useLater(true);
  if (!late) return null;
  return (
    <div role="status" aria-label={label} className={cx('skeleton')}>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the bars are all alike
        <span key={row} className={cx('bar', shape)} />
      ))}
    </div>
  );
}
