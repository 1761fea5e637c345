import { FlaskConical, Plug } from 'lucide-react';
import { useState } from 'react';
import type { DialerError } from '../../../shared/errors.ts';
import { useSnapshot } from '../../stores/app-state.ts';
import { startDemo } from '../../stores/demo.ts';
import { isFixed } from '../../stores/managed.ts';
import { endSetup } from '../../stores/setup-draft.ts';
import { showSetupStep } from '../../stores/view.ts';
import { useWords } from '../../text/use-words.ts';
import { bindClasses } from '../../ui/class-names.ts';
import { ProductMark } from '../../ui/product-mark.tsx';
import { useLater } from '../../ui/use-later.ts';
import { setUpFileError } from '../connection/notice-list.ts';
import { ErrorNote } from '../failure/error-note.tsx';
import { AskedWaits } from './asked-waits.tsx';
import { FirstLanguage } from './first-language.tsx';
import { ProvisioningNote } from './provisioning-note.tsx';
import { StartCard } from './start-card.tsx';
import styles from './welcome.module.css';

const cx = bindClasses(styles);

/** The first start: connect it, or try it. */
export function Welcome() {
  const { t } = useWords();
  const [starting, setStarting] = useState(false);
  const [failure, setFailure] = useState<DialerError | null>(null);
  const late = useLater(starting);
  const mayTry = useSnapshot(({ managed }) => !isFixed(managed, 'demo'));
  const setUpError = useSnapshot(setUpFileError);

  const start = async () => {
    if (starting) return;
    setStarting(true);
    setFailure(null);
    const answer = await startDemo();
    setStarting(false);
    if (answer.ok) endSetup();
    else setFailure(answer.error);
  };

  return (
    <main className={cx('welcome')}>
      <div className={cx('bar')}>
        <FirstLanguage />
      </div>
      <div className={cx('middle')}>
        <div className={cx('greeting')}>
          <ProductMark />
          <h1 className={cx('title')}>{t('setup.title')}</h1>
          <p className={cx('lead')}>{t('setup.lead')}</p>
        </div>
        <AskedWaits />
        <ProvisioningNote error={setUpError} />
        {failure === null ? null : <ErrorNote error={failure} withoutRemedy />}
        <div className={cx('cards')}>
          <StartCard
            autoFocus
            icon={Plug}
            title={t('setup.simotel')}
            text={t('setup.simotelText')}
            onPress={() => showSetupStep('connect')}
          />
          {mayTry ? (
            <StartCard
              icon={FlaskConical}
              title={t('setup.demo')}
              text={t(late ? 'setup.starting' : 'setup.demoText')}
              aria-disabled={starting}
              onPress={() => void start()}
            />
          ) : null}
        </div>
      </div>
    </main>
  );
}
