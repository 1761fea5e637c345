import { CircleCheck, TriangleAlert } from 'lucide-react';
import { checkNow, useKeeping } from '../../stores/keeping.ts';
import { useWords } from '../../text/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { bindClasses } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import styles from './keeping.module.css';

const cx = bindClasses(styles);

/** When the history was read through last and what came of it, and the way to have it done now. */
export function LastCheck() {
  const { t, fullDate, clock } = useWords();
  const check = useKeeping((store) => store.kept?.lastCheck ?? null);
  const checking = useKeeping((store) => store.checking);
  return (
    <section className={cx('checked')} aria-label={t('keeping.check')}>
      <span className={cx('words')}>
        <span className={cx('name')}>{t('keeping.check')}</span>
        {check === null ? (
          <span className={cx('quiet')}>{t('keeping.notChecked')}</span>
        ) : (
          <span className={cx('quiet', 'state', check.sound ? 'good' : 'wait')}>
            <Icon of={check.sound ? CircleCheck : TriangleAlert} size={12} />
            {t(check.sound ? 'keeping.sound' : 'keeping.unsound', {
              moment: t('keeping.moment', { date: fullDate(check.atMs), time: clock(check.atMs) }),
            })}
          </span>
        )}
        <span className={cx('quiet')}>{t('keeping.checkAbout')}</span>
      </span>
      <Button isDisabled={checking} onPress={() => void checkNow()}>
        {t(checking ? 'keeping.checking' : 'keeping.checkNow')}
      </Button>
    </section>
  );
}
