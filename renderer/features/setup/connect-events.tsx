import { CircleCheck, LoaderCircle } from 'lucide-react';
import { useSnapshot } from '../../stores/app-state.ts';
import { endSetup } from '../../stores/setup-draft.ts';
import { showSetupStep, showTab } from '../../stores/view.ts';
import { useWords } from '../../text/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { bindClasses } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { EventKinds } from '../settings/events-arrived-kinds.tsx';
import { EventsTurnedAway } from '../settings/events-arrived-rejected.tsx';
import { PingRoundTrip } from '../settings/events-arrived-round-trip.tsx';
import { EventsSetUp } from '../settings/events-set-up.tsx';
import { ListenerTrouble } from '../settings/events-set-up-trouble.tsx';
import styles from './connect-events.module.css';
import { SetupPage } from './setup-page.tsx';

const cx = bindClasses(styles);

const toConnect = () => showSetupStep('connect');

/** The PBX must be told where to send its events; the first one proves that it worked. */
export function ConnectEvents() {
  const { t } = useWords();
  const arrived = useSnapshot((state) => state.listener.lastEventAtMs !== null);
  const toKeypad = () => {
    showTab('keypad');
    endSetup();
  };
  return (
    <SetupPage
      step="events"
      onBack={toConnect}
      title={t('setup.eventsTitle')}
      lead={t('setup.eventsLead')}
      actions={
        <Button look={arrived ? 'primary' : 'plain'} size="large" onPress={toKeypad}>
          {t(arrived ? 'setup.toKeypad' : 'setup.later')}
        </Button>
      }
    >
      <ListenerTrouble />
      <EventsSetUp autoFocus withTrunkApi={false} />
      <p role="status" className={cx('wait', arrived && 'arrived')}>
        <Icon of={arrived ? CircleCheck : LoaderCircle} spinning={!arrived} />
        {t(arrived ? 'setup.eventsArrived' : 'setup.eventsWaiting')}
      </p>
      <PingRoundTrip />
      <EventsTurnedAway />
      <EventKinds />
    </SetupPage>
  );
}
