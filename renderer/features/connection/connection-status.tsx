import { CircleAlert, CircleCheck, CircleDashed, Radio, RefreshCw, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { AppState } from '../../../shared/ipc/contract.ts';
import { useSnapshot } from '../../stores/app-state.ts';
import { type SettingsGroup, showSettings } from '../../stores/view.ts';
import { useWords } from '../../text/use-words.ts';
import { bindClasses } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { useNow } from '../../ui/use-now.ts';
import styles from './connection-status.module.css';
import { pbxWord } from './pbx-word.ts';

const cx = bindClasses(styles);

const pbxLooks = {
  unknown: { icon: CircleDashed, colour: 'unknown' },
  checking: { icon: RefreshCw, colour: 'unknown' },
  reached: { icon: CircleCheck, colour: 'good' },
  failed: { icon: CircleAlert, colour: 'bad' },
  refused: { icon: CircleAlert, colour: 'bad' },
  untrusted: { icon: CircleAlert, colour: 'bad' },
} as const;

/** Whether calls can be asked for and seen; each half leads to the settings that mend it. */
export function ConnectionStatus() {
  const { t } = useWords();
  const pbx = useSnapshot((state) => state.pbx);
  const listener = useSnapshot((state) => state.listener);
  const word = pbxWord(pbx);
  const look = pbxLooks[word];
  return (
    <div role="status" aria-atomic="false" aria-label={t('connection.label')} className={cx('status')}>
      <StatusLine group="connection" title={t('connection.openConnection')}>
        <span className={cx('line', look.colour)}>
          <Icon of={look.icon} size={14} />
          <span className={cx('word')}>{t(`connection.pbx.${word}`)}</span>
        </span>
      </StatusLine>
      <StatusLine group="events" title={t('connection.openEvents')}>
        <ListenerLine listener={listener} />
      </StatusLine>
    </div>
  );
}

function StatusLine(props: { readonly group: SettingsGroup; readonly title: string; readonly children: ReactNode }) {
  return (
    <AriaButton className={cx('button')} preventFocusOnPress onPress={() => showSettings(props.group)}>
      <span title={props.title}>{props.children}</span>
    </AriaButton>
  );
}

function ListenerLine({ listener }: { readonly listener: AppState['listener'] }) {
  const { t, age } = useWords();
  const now = useNow(5000);
  const listening = listener.state === 'listening';
  const heard = listener.lastEventAtMs !== null;
  const quiet = listener.state === 'off' || listener.state === 'starting';
  // Nothing came in and somebody was turned away: most likely the PBX, with a password of before.
  const turnedAway = listening && !heard && listener.rejected.credentials > 0;
  const colour = turnedAway ? 'bad' : listening ? (heard ? 'good' : 'wait') : quiet ? 'unknown' : 'bad';
  return (
    <span className={cx('line', colour)}>
      <Icon of={(listening && !turnedAway) || quiet ? Radio : TriangleAlert} size={14} />
      <span className={cx('word')}>
        {turnedAway ? t('connection.turnedAway') : t(`connection.events.${listener.state}`)}
      </span>
      {listening && !turnedAway ? (
        // The age changes all the time and is not worth a word of the screen reader.
        <span className={cx('age')} aria-live="off">
          {listener.lastEventAtMs === null ? t('connection.noEventYet') : age(now - listener.lastEventAtMs)}
        </span>
      ) : null}
    </span>
  );
}
