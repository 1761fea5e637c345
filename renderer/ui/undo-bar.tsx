import { Undo2, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useWords } from '../text/use-words.ts';
import { Button, IconButton } from './button.tsx';
import { bindClasses } from './class-names.ts';
import { Icon } from './icon.tsx';
import styles from './undo-bar.module.css';

const cx = bindClasses(styles);

/** What was done last, and the button that takes it back. It stays until it is closed: nobody is hurried. */
export function UndoBar(props: {
  /** Null: nothing that could be taken back. */
  readonly done: ReactNode;
  readonly title?: string;
  readonly onUndo: () => void;
  readonly onClose: () => void;
}) {
  const { t } = useWords();
  return (
    <div role="status">
      {props.done === null ? null : (
        <div className={cx('bar')}>
          <span className={cx('words')} title={props.title}>
            {props.done}
          </span>
          <Button onPress={props.onUndo}>
            <Icon of={Undo2} />
            {t('action.undo')}
          </Button>
          <IconButton aria-label={t('action.dismiss')} onPress={props.onClose}>
            <Icon of={X} />
          </IconButton>
        </div>
      )}
    </div>
  );
}
