import { ArrowLeft } from 'lucide-react';
import { type ReactNode, useEffect } from 'react';
import { useWords } from '../../text/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { bindClasses } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { AskedWaits } from './asked-waits.tsx';
import styles from './setup-page.module.css';
import { SetupSteps } from './setup-steps.tsx';

const cx = bindClasses(styles);

export interface SetupPageProps {
  readonly step: 'connect' | 'events';
  readonly onBack: () => void;
  readonly title: string;
  readonly lead: string;
  readonly children: ReactNode;
  readonly actions: ReactNode;
}

/** One step of the set-up: where one is, a sentence, the fields, and the buttons, which stay in sight. Escape goes back. */
export function SetupPage({ step, onBack, title, lead, children, actions }: SetupPageProps) {
  const { t } = useWords();
  useEffect(() => {
    const goBack = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) onBack();
    };
    document.addEventListener('keydown', goBack);
    return () => document.removeEventListener('keydown', goBack);
  }, [onBack]);
  return (
    <main className={cx('page')}>
      <header className={cx('bar')}>
        <Button look="quiet" onPress={onBack}>
          <Icon of={ArrowLeft} mirrored />
          {t('action.back')}
        </Button>
        <SetupSteps current={step} />
      </header>
      <div className={cx('scroller')}>
        <div className={cx('content')}>
          <div>
            <h1 className={cx('title')}>{title}</h1>
            <p className={cx('lead')}>{lead}</p>
          </div>
          <AskedWaits />
          {children}
        </div>
      </div>
      <footer className={cx('foot')}>
        <div className={cx('actions')}>{actions}</div>
      </footer>
    </main>
  );
}
