import { Lock } from 'lucide-react';
import { useSnapshot } from '../../stores/app-state.ts';
import { isEqualData } from '../../stores/keep-equal.ts';
import { useWords } from '../../text/use-words.ts';
import { bindClasses } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { Sentence } from '../../ui/sentence.tsx';
import styles from './managed-mark.module.css';
import type { SettingMode } from './setting-mode.ts';
import { SettingValue } from './setting-value.tsx';
import { type SettingName, settingOf } from './settings-catalogue.ts';
import { valueIn } from './value-in.ts';

const cx = bindClasses(styles);

export interface ManagedMarkProps {
  readonly of: SettingName;
  readonly mode: SettingMode;
  /** Of the words, which controls are described by. */
  readonly id: string;
}

/** What the administrator says of a setting, below it. */
export function ManagedMark({ of, mode, id }: ManagedMarkProps) {
  const { t } = useWords();
  const given = useSnapshot(({ managed }) => managed.defaults[of]);
  const current = useSnapshot(({ settings, startsWithSystem }) =>
    of === 'desktop.startWithSystem' ? startsWithSystem : valueIn(settings, of),
  );
  if (mode === 'locked') {
    return (
      <p id={id} className={cx('mark', 'locked')}>
        <Icon of={Lock} size={12} />
        {t('settings.managed.locked')}
      </p>
    );
  }
  if (mode !== 'default') return null;
  if (isEqualData(current, given)) return <p className={cx('mark')}>{t('settings.managed.default')}</p>;
  return (
    <p className={cx('mark')}>
      {isShort(given) || settingOf(of).options !== undefined ? (
        <Sentence
          text={t('settings.managed.own', { skipInterpolation: true })}
          parts={{ value: <SettingValue of={of} value={given} /> }}
        />
      ) : (
        t('settings.managed.ownList')
      )}
    </p>
  );
}

/** It fits into a sentence. */
function isShort(value: unknown): boolean {
  return Array.isArray(value)
    ? value.every((part) => typeof part === 'string')
    : typeof value !== 'object' || value === null;
}
