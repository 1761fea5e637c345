import { useWords } from '../../text/use-words.ts';
import { bindClasses } from '../../ui/class-names.ts';
import styles from './connection-status.module.css';
import { EventsPart } from './events-part.tsx';
import { PbxPart } from './pbx-part.tsx';

const cx = bindClasses(styles);

/** Whether calls can be asked for and seen; behind each half stands what is known of it and what to do. */
export function ConnectionStatus() {
  const { t } = useWords();
  return (
    <div role="status" aria-atomic="false" aria-label={t('connection.label')} className={cx('status')}>
      <PbxPart />
      <EventsPart />
    </div>
  );
}
