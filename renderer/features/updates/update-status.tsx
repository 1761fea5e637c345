import {
  CircleAlert,
  CircleCheck,
  CircleDashed,
  CircleOff,
  Download,
  LoaderCircle,
  type LucideIcon,
} from 'lucide-react';
import type { UpdateState } from '../../../shared/ipc/updates-contract.ts';
import { useSnapshot } from '../../stores/app-state.ts';
import { checkForUpdates } from '../../stores/updates.ts';
import { isolated } from '../../text/isolated.ts';
import { useWords } from '../../text/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { bindClasses } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { Note } from '../../ui/note.tsx';
import { Progress } from '../../ui/progress.tsx';
import styles from './update-status.module.css';
import { notInstalledWords, updateWords } from './update-words.ts';

const cx = bindClasses(styles);

const looks: Readonly<Record<UpdateState['state'], readonly [LucideIcon, 'quiet' | 'good' | 'busy' | 'bad']>> = {
  off: [CircleOff, 'quiet'],
  unsupported: [CircleOff, 'quiet'],
  waiting: [CircleDashed, 'quiet'],
  checking: [LoaderCircle, 'busy'],
  current: [CircleCheck, 'good'],
  downloading: [LoaderCircle, 'busy'],
  ready: [Download, 'good'],
  failed: [CircleAlert, 'bad'],
};

/** What is known of newer versions, and the button that asks the feed, where there is one. */
export function UpdateStatus() {
  const words = useWords();
  const { t, digits } = words;
  const known = useSnapshot((state) => state.updates);
  const notInstalled = useSnapshot((snapshot) => snapshot.updateNotInstalled);
  const { state } = known;
  const [icon, tone] = looks[state];
  const asks = state !== 'off' && state !== 'unsupported';
  const isBusy = state === 'checking' || state === 'downloading';
  return (
    <div className={cx('status')}>
      <div role="status" className={cx('told')}>
        <span className={cx('head', tone)}>
          <Icon of={icon} spinning={state === 'checking' || state === 'downloading'} />
          {t(`updates.state.${state}`)}
        </span>
        <p className={cx('says')}>{updateWords(known, words)}</p>
      </div>
      {notInstalled === null ? null : (
        <Note
          tone="wait"
          title={t('connection.notice.update-not-installed.title', {
            replace: { version: isolated(notInstalled.version) },
          })}
        >
          {notInstalledWords(notInstalled.problem, words)}
        </Note>
      )}
      {known.state === 'downloading' ? (
        <Progress
          label={t('updates.progress', { version: known.version })}
          done={known.percent}
          total={100}
          words={t('updates.percent', { value: digits(String(known.percent)) })}
        />
      ) : null}
      {asks ? (
        <div>
          <Button isDisabled={isBusy} onPress={() => void checkForUpdates()}>
            {t('updates.check')}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
