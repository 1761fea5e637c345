import { CircleCheck, LoaderCircle } from 'lucide-react';
import { useSnapshot } from '../../stores/app-state.ts';
import { showSetupStep, showTab } from '../../stores/view.ts';
import { useWords } from '../../text/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { bindClasses } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { EventsSetUp } from '../settings/events-set-up.tsx';
import styles from './connect-events.module.css';
import { SetupPage } from './setup-page.tsx';

const cx = bindClasses(styles);

/** The PBX must be told where to send its events; the first one proves that it worked. */
export function ConnectEvents() {
  const { t } = useWords();
  const arrived = useSnapshot((state) => state.listener.lastEventAtMs !== null);
  const toKeypad = () => {
    showTab('keypad');
    showSetupStep(null);
  };
  return (
    <SetupPage
      title={t('setup.eventsTitle')}
      lead={t('setup.eventsLead')}
      actions={
        <Button look={arrived ? 'primary' : 'plain'} size="large" onPress={toKeypad}>
          {t(arrived ? 'setup.toKeypad' : 'setup.later')}
        </Button>
      }
    >
      <EventsSetUp withTrunkApi={false} />
      <p role="status" className={cx('wait', arrived && 'arrived')}>
        <Icon of={arrived ? CircleCheck : LoaderCircle} spinning={!arrived} />
        {t(arrived ? 'setup.eventsArrived' : 'setup.eventsWaiting')}
      </p>
    </SetupPage>
  );
}
