import { bindClasses } from './class-names.ts';
import styles from './product-mark.module.css';

const cx = bindClasses(styles);

/** The application's icon. Always decorative: the name stands beside it. */
export function ProductMark() {
  return <span className={cx('mark')} aria-hidden="true" />;
}
