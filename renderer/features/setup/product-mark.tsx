import { PhoneCall } from 'lucide-react';
import { useWords } from '../../text/use-words.ts';
import { bindClasses } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import styles from './product-mark.module.css';

const cx = bindClasses(styles);

/** The mark of the product with its name. */
export function ProductMark() {
  const { t } = useWords();
  return (
    <div className={cx('mark')}>
      <span className={cx('tile')}>
        <Icon of={PhoneCall} size={20} />
      </span>
      <span className={cx('name')}>{t('setup.product')}</span>
    </div>
  );
}
