import { ArrowRight, type LucideIcon } from 'lucide-react';
import { useId } from 'react';
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
  readonly isDisabled?: boolean;
  readonly onPress: () => void;
}

/** One way to begin; the whole card is the button, named by its title. */
export function StartCard({ icon, title, text, ...rest }: StartCardProps) {
  const id = useId();
  return (
    <AriaButton {...rest} className={cx('card')} aria-labelledby={`${id}-title`} aria-describedby={`${id}-text`}>
      <span className={cx('icon')}>
        <Icon of={icon} size={20} />
      </span>
      <span className={cx('words')}>
        <span id={`${id}-title`} className={cx('title')}>
          {title}
        </span>
        <span id={`${id}-text`} className={cx('text')}>
          {text}
        </span>
      </span>
      <span className={cx('arrow')}>
        <Icon of={ArrowRight} size={18} mirrored />
      </span>
    </AriaButton>
  );
}
