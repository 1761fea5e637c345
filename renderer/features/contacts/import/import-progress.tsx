import { cancelImport, useContactImport } from '../../../stores/contact-import.ts';
import { useWords } from '../../../text/use-words.ts';
import { Button } from '../../../ui/button.tsx';
import { bindClasses } from '../../../ui/class-names.ts';
import { Progress } from '../../../ui/progress.tsx';
import styles from './contact-import.module.css';

const cx = bindClasses(styles);

/** While a file is read, for the check or for the import itself. */
export function ImportProgress() {
  const { t, digits } = useWords();
  const running = useContactImport((store) => store.busy === 'run');
  const progress = useContactImport((store) => store.progress);
  const contacts = digits(String(progress?.contacts ?? 0));
  return (
    <div className={cx('step')}>
      <Progress
        label={t(running ? 'exchange.running' : 'exchange.checking')}
        done={progress?.done ?? 0}
        total={progress?.total ?? 1}
        words={t('exchange.contactsRead', { amount: contacts })}
      />
      {running ? <p className={cx('quiet')}>{t('exchange.runningHelp')}</p> : null}
      <div className={cx('buttons')}>
        <Button onPress={cancelImport}>{t('exchange.cancel')}</Button>
      </div>
    </div>
  );
}
