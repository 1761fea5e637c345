import { CircleAlert, Info, type LucideIcon, TriangleAlert } from 'lucide-react';
import type { LogLevel } from '../../../shared/domain/log-level.ts';
import type { LogEntry } from '../../../shared/ipc/log-contract.ts';
import { useWords } from '../../text/use-words.ts';
import { bindClasses } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { NumberText } from '../../ui/number-text.tsx';
import styles from './log-entries.module.css';

const cx = bindClasses(styles);

const icons: Readonly<Record<LogLevel, LucideIcon>> = { info: Info, warn: TriangleAlert, error: CircleAlert };

/** By which the search above leads here. */
export const logEntriesId = 'log-entries';

/** Entries of the log, which are English whatever the language is. */
export function LogEntries({ entries }: { readonly entries: readonly LogEntry[] }) {
  const { t } = useWords();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys
    <section id={logEntriesId} tabIndex={0} aria-label={t('log.label')} className={cx('frame')}>
      <ul>
        {entries.map(({ at, level, text }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: entries have no identity, and never move within one reading
          <li key={index} className={cx('entry')}>
            <p className={cx('head')}>
              <span className={cx('level', level)}>
                <Icon of={icons[level]} size={14} />
                {t(`log.levelOf.${level}`)}
              </span>
              <NumberText aligned>{at}</NumberText>
            </p>
            <p className={cx('text')} dir="ltr">
              {text}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
