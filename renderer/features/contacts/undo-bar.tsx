import { Undo2, X } from 'lucide-react';
import { contactTitle } from '../../../shared/domain/contact/contact-title.ts';
import { forgetDone, useContactDesk } from '../../stores/contact-desk.ts';
import { useWords } from '../../text/use-words.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { bindClasses } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { Sentence } from '../../ui/sentence.tsx';
import styles from './undo-bar.module.css';

const cx = bindClasses(styles);

/** What was done last, and the button that takes it back. It stays until it is closed: nobody is hurried. */
export function UndoBar({ onUndo }: { readonly onUndo: () => void }) {
  const { t } = useWords();
  const last = useContactDesk((store) => store.done.at(-1));
  return (
    <div role="status">
      {last === undefined ? null : (
        <div className={cx('bar')}>
          <span className={cx('words')} title={contactTitle(last.contact)}>
            <Sentence
              text={t(`contacts.done.${last.what}`, { skipInterpolation: true })}
              parts={{ name: <bdi>{contactTitle(last.contact)}</bdi> }}
            />
          </span>
          <Button onPress={onUndo}>
            <Icon of={Undo2} />
            {t('contacts.undo')}
          </Button>
          <IconButton aria-label={t('action.dismiss')} onPress={forgetDone}>
            <Icon of={X} />
          </IconButton>
        </div>
      )}
    </div>
  );
}
