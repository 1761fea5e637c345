import {
  CalendarClock,
  ChevronRight,
  FlaskConical,
  Info,
  KeyRound,
  type LucideIcon,
  Palette,
  Plug,
  Radio,
  UserRound,
} from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import { type SettingsGroup, settingsGroups, showSettings } from '../../stores/view.ts';
import { useWords } from '../../text/use-words.ts';
import { bindClasses } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import styles from './settings-index.module.css';

const cx = bindClasses(styles);

const icons: Readonly<Record<SettingsGroup, LucideIcon>> = {
  connection: Plug,
  identity: UserRound,
  callLimit: CalendarClock,
  events: Radio,
  secrets: KeyRound,
  appearance: Palette,
  demo: FlaskConical,
  about: Info,
};

/** The groups; with a sentence each where they fill the view, in short beside an open group. */
export function SettingsIndex({ current }: { readonly current: SettingsGroup | null }) {
  const { t } = useWords();
  const full = current === null;
  return (
    <nav className={cx('index', full ? 'full' : 'beside')} aria-label={t('settings.groups')}>
      {settingsGroups.map((group) => (
        <AriaButton
          key={group}
          className={cx('entry', group === current && 'current')}
          {...(group === current ? { 'aria-current': 'page' as const } : {})}
          onPress={() => showSettings(group)}
        >
          <Icon of={icons[group]} size={18} />
          <span className={cx('words')}>
            <span className={cx('name')}>{t(`settings.group.${group}`)}</span>
            {full ? <span className={cx('about')}>{t(`settings.about.${group}`)}</span> : null}
          </span>
          {full ? <Icon of={ChevronRight} mirrored /> : null}
        </AriaButton>
      ))}
    </nav>
  );
}
