import type { OwnQueue } from '../../../shared/domain/pbx-directory.ts';
import { isPauseDenied, pauseQueues, usePresence } from '../../stores/presence.ts';
import { useWords } from '../../text/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { bindClasses } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { useNow } from '../../ui/use-now.ts';
import styles from './own-queues.module.css';
import { presenceLooks } from './presence-look.ts';

const cx = bindClasses(styles);

/** The agent's queues one by one; or why they are not known. */
export function OwnQueues() {
  const { t } = useWords();
  const queues = usePresence((store) => store.presence.queues);
  const users = usePresence((store) => store.directory.services.find(({ service }) => service === 'users') ?? null);
  if (queues.length > 0) {
    return (
      <ul className={cx('queues')} aria-label={t('presence.queues')}>
        {queues.map((queue) => (
          <QueueRow key={queue.number} queue={queue} />
        ))}
      </ul>
    );
  }
  const why =
    users?.read != null ? 'noQueues' : users?.failure?.error.code === 'pbx-access-denied' ? 'notPermitted' : 'notRead';
  return <p className={cx('none')}>{t(`presence.why.${why}`)}</p>;
}

function QueueRow({ queue }: { readonly queue: OwnQueue }) {
  const { t, age } = useWords();
  const busy = usePresence((store) => store.changing !== null || isPauseDenied(store));
  const now = useNow(10_000);
  const { name, number, paused, atMs } = queue;
  const word = paused === null ? 'unknown' : paused ? 'paused' : 'answering';
  const { icon, colour } = presenceLooks[paused === null ? 'unknown' : paused ? 'paused' : 'idle'];
  const change = (to: boolean) => void pauseQueues(number, to);
  return (
    <li className={cx('queue')}>
      <span className={cx('words')}>
        <bdi className={cx('name')}>{name}</bdi>
        <span className={cx('state', colour)}>
          <Icon of={icon} size={14} />
          {t(`presence.queue.${word}`)}
          {atMs === null ? null : <span className={cx('age')}>{age(now - atMs)}</span>}
        </span>
      </span>
      {paused === true ? null : (
        <Button isDisabled={busy} aria-label={t('presence.pauseQueue', { queue: name })} onPress={() => change(true)}>
          {t('presence.pause')}
        </Button>
      )}
      {paused === false ? null : (
        <Button isDisabled={busy} aria-label={t('presence.resumeQueue', { queue: name })} onPress={() => change(false)}>
          {t('presence.resume')}
        </Button>
      )}
    </li>
  );
}
