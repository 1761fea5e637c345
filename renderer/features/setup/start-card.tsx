import { ArrowRight, type LucideIcon } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import { bindClasses } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import styles from './start-card.module.css';

const cx = bindClasses(styles);

export interface StartCardProps {
  readonly icon: LucideIcon;
  readonly title: string;
  readonly text: string;
  readonly autoFocus?: boolean;
  readonly 'aria-disabled'?: boolean;
  readonly onPress: () => void;
}

/** One way to begin; the whole card is the button, named by its words. */
export function StartCard({ icon, title, text, ...rest }: StartCardProps) {
  return (
    <AriaButton {...rest} className={cx('card')}>
      <span className={cx('icon')}>
        <Icon of={icon} size={20} />
      </span>
      <span className={cx('words')}>
        <span className={cx('title')}>{title}</span>
        <span className={cx('text')}>{text}</span>
      </span>
      <span className={cx('arrow')}>
        <Icon of={ArrowRight} size={18} mirrored />
      </span>
    </AriaButton>
  );
}
