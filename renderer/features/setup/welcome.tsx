import { FlaskConical, PhoneCall, Plug } from 'lucide-react';
import { useState } from 'react';
import type { DialerError } from '../../../shared/errors.ts';
import { useSnapshot } from '../../stores/app-state.ts';
import { startDemo } from '../../stores/demo.ts';
import { showSetupStep } from '../../stores/view.ts';
import { useWords } from '../../text/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { bindClasses } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { useLater } from '../../ui/use-later.ts';
import { ErrorNote } from '../settings/error-note.tsx';
import { LanguageChoice } from '../settings/language-choice.tsx';
import { ProvisioningNote } from './provisioning-note.tsx';
import styles from './welcome.module.css';

const cx = bindClasses(styles);

/** The first start: try it, or connect it. */
export function Welcome() {
  const { t } = useWords();
  const [starting, setStarting] = useState(false);
  const [failure, setFailure] = useState<DialerError | null>(null);
  const late = useLater(starting);
  const provisioned = useSnapshot((state) => state.provisioning);

  const start = async () => {
    setStarting(true);
    setFailure(null);
    const answer = await startDemo();
    setStarting(false);
    if (!answer.ok) setFailure(answer.error);
  };

  return (
    <main className={cx('welcome')}>
      <div className={cx('language')}>
        <LanguageChoice bare />
      </div>
      <div className={cx('middle')}>
        <span className={cx('mark')}>
          <Icon of={PhoneCall} size={28} />
        </span>
        <h1 className={cx('title')}>{t('setup.title')}</h1>
        <p className={cx('lead')}>{t('setup.lead')}</p>
        <ProvisioningNote provisioning={provisioned} />
        {failure === null ? null : <ErrorNote error={failure} withoutRemedy />}
        <div className={cx('choice')}>
          <Button look="primary" size="large" isDisabled={starting} onPress={() => void start()}>
            <Icon of={FlaskConical} />
            {t('setup.demo')}
          </Button>
          <p className={cx('help')}>{late ? t('setup.starting') : t('setup.demoText')}</p>
        </div>
        <div className={cx('choice')}>
          <Button size="large" onPress={() => showSetupStep('connect')}>
            <Icon of={Plug} />
            {t('setup.simotel')}
          </Button>
          <p className={cx('help')}>{t('setup.simotelText')}</p>
        </div>
      </div>
    </main>
  );
}
