import { CircleCheck, CircleDashed, CircleMinus, CircleSlash, CircleX, type LucideIcon } from 'lucide-react';
import type { TrunkPresence, TrunkState } from '../../../shared/domain/pbx-directory.ts';
import { useWords } from '../../text/use-words.ts';
import { bindClasses } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { useNow } from '../../ui/use-now.ts';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import styles from './trunk-mark.module.css';

const cx = bindClasses(styles);

const looks: Readonly<Record<TrunkState, { readonly icon: LucideIcon; readonly colour: 'good' | 'bad' | 'unknown' }>> =
  {
    ok: { icon: CircleCheck, colour: 'good' },
    unavailable: { icon: CircleX, colour: 'bad' },
    deactivated: { icon: CircleMinus, colour: 'bad' },
    removed: { icon: CircleSlash, colour: 'bad' },
    unknown: { icon: CircleDashed, colour: 'unknown' },
  };

/** How a trunk is and since when that is known; `short` where there is no room for words. */
export function TrunkMark({ told, short = false }: { readonly told: TrunkPresence; readonly short?: boolean }) {
  const { t, age } = useWords();
  const now = useNow(10_000);
  const word = t(`trunk.state.${told.state}`);
  const { icon, colour } = looks[told.state];
  const ago = age(now - told.atMs);
  return (
    <span className={cx('mark', colour)} title={t('trunk.told', { state: word, age: ago })} data-trunk={told.state}>
      <Icon of={icon} size={14} />
      {short ? (
        <VisuallyHidden>{word}</VisuallyHidden>
      ) : (
        <>
          {word}
          {told.state === 'unknown' ? null : <span className={cx('age')}>{ago}</span>}
        </>
      )}
    </span>
  );
}
