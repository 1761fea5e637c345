import { Radio, TriangleAlert } from 'lucide-react';
import type { ListenerStatus } from '../../../shared/ipc/listener-contract.ts';
import { useSnapshot } from '../../stores/app-state.ts';
import { retryListener } from '../../stores/listener.ts';
import { useWords, type Words } from '../../text/use-words.ts';
import { NumberText } from '../../ui/number-text.tsx';
import { useNow } from '../../ui/use-now.ts';
import { listenerNotice } from './notice-list.ts';
import { noticeWords } from './notice-words.ts';
import { StatusPart } from './status-part.tsx';

/** A listening listener is told apart by what came in. */
type EventsWord = ListenerStatus['state'] | 'heard' | 'silent' | 'wrongPassword';

const canRetry: readonly EventsWord[] = ['port-in-use', 'address-missing', 'failed'];

export function eventsWord(listener: ListenerStatus): EventsWord {
  if (listener.state !== 'listening') return listener.state;
  if (listener.lastEventAtMs !== null) return 'heard';
  // Nothing came in and somebody was turned away: most likely the PBX, with a password of before.
  return listener.rejected.credentials > 0 ? 'wrongPassword' : 'silent';
}

/** Whether calls can be seen, and when something was heard last. */
export function EventsPart() {
  const words = useWords();
  const { t, age } = words;
  const listener = useSnapshot((state) => state.listener);
  const port = useSnapshot((state) => state.effective.listener.port);
  const now = useNow(5000);
  const word = eventsWord(listener);
  const quiet = word === 'off' || word === 'starting';
  const on = word === 'heard' || word === 'silent';
  const since = listener.lastEventAtMs === null ? null : age(now - listener.lastEventAtMs);
  return (
    <StatusPart
      colour={word === 'heard' ? 'good' : word === 'silent' ? 'wait' : quiet ? 'unknown' : 'bad'}
      icon={on || quiet ? Radio : TriangleAlert}
      word={word === 'wrongPassword' ? t('connection.wrongPassword') : t(`connection.events.${listener.state}`)}
      age={on ? (since ?? t('connection.noEventYet')) : null}
      action={
        canRetry.includes(word) ? { words: t('connection.action.tryPort'), act: () => void retryListener() } : null
      }
      settings={{
        words: t(
          word === 'silent' || word === 'wrongPassword'
            ? 'connection.action.setUpEvents'
            : 'connection.action.openEvents',
        ),
        group: 'events',
      }}
      facts={[
        { name: t('connection.fact.address'), value: <NumberText>{listener.address ?? '–'}</NumberText> },
        {
          name: t('connection.fact.lastEvent'),
          value:
            since === null ? (
              t('connection.fact.noneYet')
            ) : (
              <>
                <bdi>{listener.lastEventName}</bdi> · {since}
              </>
            ),
        },
        { name: t('connection.fact.turnedAway'), value: <TurnedAway rejected={listener.rejected} /> },
      ]}
    >
      {saying(listener, port, words)}
    </StatusPart>
  );
}

/** A failure says here what its notice says. */
function saying(listener: ListenerStatus, port: number, words: Words): string {
  const notice = listenerNotice(listener, port);
  if (notice !== null) return noticeWords(notice, words).text;
  const word = eventsWord(listener);
  switch (word) {
    case 'heard':
    case 'silent':
    case 'wrongPassword':
    case 'starting':
      return words.t(`connection.say.${word}`);
    default:
      return words.t('connection.say.off');
  }
}

function TurnedAway({ rejected }: { readonly rejected: ListenerStatus['rejected'] }) {
  const { t, digits } = useWords();
  const { address, credentials, malformed, dropped } = rejected;
  const kinds = [
    [t('settings.events.rejectedAddress'), address],
    [t('settings.events.rejectedCredentials'), credentials],
    [t('settings.events.rejectedMalformed'), malformed],
    [t('settings.events.rejectedDropped'), dropped],
  ] as const;
  const counted = kinds.filter(([, count]) => count > 0);
  if (counted.length === 0) return <NumberText>{digits('0')}</NumberText>;
  return counted.map(([name, count]) => (
    <div key={name}>
      {name} · <NumberText>{digits(String(count))}</NumberText>
    </div>
  ));
}
