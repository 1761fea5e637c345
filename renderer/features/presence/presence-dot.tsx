import { useSnapshot } from '../../stores/app-state.ts';
import { usePresence } from '../../stores/presence.ts';
import { useWords } from '../../text/use-words.ts';
import { bindClasses } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { useNow } from '../../ui/use-now.ts';
import styles from './presence-dot.module.css';
import { presenceLooks } from './presence-look.ts';

const cx = bindClasses(styles);

/**
 * How a colleague is, as the PBX said last, and for how long: nothing for a number that is nobody's extension, grey for what was never
 * said or too long ago.
 */
export function PresenceDot({ number }: { readonly number: string }) {
  const { t, age, span } = useWords();
  const told = usePresence((store) => store.byNumber.get(number) ?? null);
  const colleague = usePresence((store) => store.colleagues.has(number));
  const own = useSnapshot((state) => state.effective.identity.caller);
  const now = useNow(10_000, told !== null);
  if ((told === null && !colleague) || number === own) return null;
  const state = told?.state ?? 'unknown';
  const word = t(`presence.state.${state}`);
  const { icon, colour } = presenceLooks[state];
  const hint = told === null ? t('presence.neverTold') : t('presence.told', { state: word, age: age(now - told.atMs) });
  return (
    <span className={cx('presence', colour)} title={hint} data-presence={state}>
      <Icon of={icon} size={14} />
      <span className={cx('words')}>
        {word}
        {told === null ? null : (
          <>
            {' '}
            <span className={cx('age')}>
              {state === 'unknown' ? t('presence.lastTold', { age: age(now - told.atMs) }) : span(now - told.atMs)}
            </span>
          </>
        )}
      </span>
    </span>
  );
}
