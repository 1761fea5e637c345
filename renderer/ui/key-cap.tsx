import { bindClasses } from './class-names.ts';
import styles from './key-cap.module.css';

const cx = bindClasses(styles);

/** What is printed on a key, the same in every language. */
export function KeyCap({ children }: { readonly children: string }) {
  return (
    <kbd dir="ltr" className={cx('cap')}>
      {children}
    </kbd>
  );
}
