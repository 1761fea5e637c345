import {
  Archive,
  Bell,
  BookUser,
  CalendarClock,
  ChevronRight,
  ClipboardCheck,
  CloudDownload,
  Command,
  FlaskConical,
  Info,
  Keyboard,
  KeyRound,
  Link2,
  ListOrdered,
  type LucideIcon,
  Mic,
  Monitor,
  Palette,
  PanelTop,
  Plug,
  Radio,
  Stethoscope,
  UserRound,
} from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import { useSnapshot } from '../../stores/app-state.ts';
import { openGroup } from '../../stores/settings-search.ts';
import { type SettingsGroup, showShortcuts } from '../../stores/view.ts';
import { useWords } from '../../text/use-words.ts';
import { bindClasses } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { SecretsBadge } from './secrets-badge.tsx';
import { shownGroups } from './setting-mode.ts';
import styles from './settings-index.module.css';
import { UnsavedBadge, useGroupsWithDrafts } from './unsaved-badge.tsx';

const cx = bindClasses(styles);

const icons: Readonly<Record<SettingsGroup, LucideIcon>> = {
  connection: Plug,
  identity: UserRound,
  dialRules: ListOrdered,
  callLimit: CalendarClock,
  events: Radio,
  recordings: Mic,
  keeping: Archive,
  contacts: BookUser,
  links: Link2,
  screenPop: PanelTop,
  afterCall: ClipboardCheck,
  secrets: KeyRound,
  hotkeys: Command,
  appearance: Palette,
  desktop: Monitor,
  notifications: Bell,
  demo: FlaskConical,
  diagnostics: Stethoscope,
  updates: CloudDownload,
  about: Info,
};

export interface SettingsIndexProps {
  readonly current: SettingsGroup | null;
  /** Stands beside an open group, in short. */
  readonly beside?: boolean;
}

/** The groups, with a sentence each where there is room for it. */
export function SettingsIndex({ current, beside = false }: SettingsIndexProps) {
  const { t } = useWords();
  const full = !beside;
  const unsaved = useGroupsWithDrafts();
  const managed = useSnapshot((state) => state.managed);
  const groups = shownGroups(managed);
  return (
    <nav className={cx('index', full ? 'full' : 'beside')} aria-label={t('settings.groups')}>
      {groups.map((group) => (
        <AriaButton
          key={group}
          className={cx('entry', group === current && 'current')}
          {...(group === current ? { 'aria-current': 'page' as const } : {})}
          data-group={group}
          onPress={() => openGroup(group)}
        >
          <Icon of={icons[group]} size={18} />
          <span className={cx('words')}>
            <span className={cx('title')}>
              <span className={cx('name')}>{t(`settings.group.${group}`)}</span>
              {group === 'secrets' ? <SecretsBadge onlyIfPoor /> : null}
              {group !== current && unsaved.includes(group) ? <UnsavedBadge /> : null}
            </span>
            {full ? <span className={cx('about')}>{t(`settings.about.${group}`)}</span> : null}
          </span>
          {full ? <Icon of={ChevronRight} mirrored /> : null}
        </AriaButton>
      ))}
      <AriaButton className={cx('entry')} aria-haspopup="dialog" onPress={() => showShortcuts(true)}>
        <Icon of={Keyboard} size={18} />
        <span className={cx('words')}>
          <span className={cx('name')}>{t('commands.name.shortcuts')}</span>
          {full ? <span className={cx('about')}>{t('shortcuts.about')}</span> : null}
        </span>
      </AriaButton>
    </nav>
  );
}
