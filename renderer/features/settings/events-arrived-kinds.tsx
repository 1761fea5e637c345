import { CircleCheck, CircleDashed } from 'lucide-react';
import { useSnapshot } from '../../stores/app-state.ts';
import { useWords } from '../../text/use-words.ts';
import { bindClasses } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { NumberText } from '../../ui/number-text.tsx';
import styles from './events-arrived-kinds.module.css';

const cx = bindClasses(styles);

/** The kinds that a call is seen by, as the PBX's settings name them, and what each is for. */
const usedKinds = [
  { name: 'NewState', why: 'newState' },
  { name: 'OutgoingCall', why: 'outgoingCall' },
  { name: 'IncomingCall', why: 'incomingCall' },
  { name: 'Cdr', why: 'cdr' },
  { name: 'Ping', why: 'ping' },
] as const;

/** Which kinds of events have arrived and which have not: a missing one has to be switched on in the PBX. */
export function EventKinds() {
  const { t, digits } = useWords();
  const receivedByName = useSnapshot((state) => state.listener.receivedByName);
  const others = Object.keys(receivedByName)
    .filter((name) => !usedKinds.some((kind) => kind.name === name))
    .map((name) => ({ name, why: 'other' as const }));
  return (
    <ul className={cx('kinds')} aria-label={t('check.events.kinds')}>
      {[...usedKinds, ...others].map(({ name, why }) => {
        const count = receivedByName[name] ?? 0;
        return (
          <li key={name} className={cx('kind')}>
            <span className={cx('icon', count > 0 && 'arrived')}>
              <Icon of={count > 0 ? CircleCheck : CircleDashed} />
            </span>
            <bdi className={cx('name')}>{name}</bdi>
            <span className={cx('why')}>{t(`check.events.kind.${why}`)}</span>
            <span className={cx('count', count > 0 && 'arrived')}>
              {count > 0 ? <NumberText>{digits(String(count))}</NumberText> : t('check.events.notYet')}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
