import { bindClasses } from '../../../ui/class-names.ts';
import styles from './contact-import.module.css';

const cx = bindClasses(styles);

/** Where one is; takes the focus when the step begins, so that it is read out. */
export function StepHead({ title, fileName }: { readonly title: string; readonly fileName: string | null }) {
  return (
    <div className={cx('head')}>
      <h3 data-step tabIndex={-1} className={cx('title')}>
        {title}
      </h3>
      {fileName === null ? null : (
        <p className={cx('file')}>
          <bdi>{fileName}</bdi>
        </p>
      )}
    </div>
  );
}
