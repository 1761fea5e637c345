import type { ComponentType } from 'react';
import { useSnapshot } from '../../stores/app-state.ts';
import type { SettingsGroup } from '../../stores/view.ts';
import { useWords } from '../../text/use-words.ts';
import { bindClasses } from '../../ui/class-names.ts';
import { Note } from '../../ui/note.tsx';
import { useProfileName } from '../profiles/use-profiles.ts';
import { AboutSettings } from './about-settings.tsx';
import { AfterCallSettings } from './after-call-settings.tsx';
import { AppearanceSettings } from './appearance-settings.tsx';
import { CallLimitSettings } from './call-limit-settings.tsx';
import { ConnectionSettings } from './connection-settings.tsx';
import { ContactsSettings } from './contacts-settings.tsx';
import { DemoSettings } from './demo-settings.tsx';
import { DesktopSettings } from './desktop-settings.tsx';
import { DiagnosticsSettings } from './diagnostics-settings.tsx';
import { DialRulesSettings } from './dial-rules-settings.tsx';
import { EventsSettings } from './events-settings.tsx';
import { isResettable } from './group-defaults.ts';
import { GroupReset } from './group-reset.tsx';
import { HotkeysSettings } from './hotkeys-settings.tsx';
import { IdentitySettings } from './identity-settings.tsx';
import { KeepingSettings } from './keeping-settings.tsx';
import { LinkSettings } from './link-settings.tsx';
import { NotificationsSettings } from './notifications-settings.tsx';
import { RecordingSettings } from './recording-settings.tsx';
import { ScreenPopSettings } from './screen-pop-settings.tsx';
import { SecretsSettings } from './secrets-settings.tsx';
import { shownGroups } from './setting-mode.ts';
import styles from './settings-group-view.module.css';
import { UpdatesSettings } from './updates-settings.tsx';

const cx = bindClasses(styles);

const groups: Readonly<Record<SettingsGroup, ComponentType>> = {
  connection: ConnectionSettings,
  identity: IdentitySettings,
  dialRules: DialRulesSettings,
  callLimit: CallLimitSettings,
  events: EventsSettings,
  contacts: ContactsSettings,
  recordings: RecordingSettings,
  keeping: KeepingSettings,
  links: LinkSettings,
  screenPop: ScreenPopSettings,
  afterCall: AfterCallSettings,
  secrets: SecretsSettings,
  hotkeys: HotkeysSettings,
  appearance: AppearanceSettings,
  desktop: DesktopSettings,
  notifications: NotificationsSettings,
  demo: DemoSettings,
  diagnostics: DiagnosticsSettings,
  updates: UpdatesSettings,
  about: AboutSettings,
};

/** Groups the demo PBX stands in for, wholly or in part: what it has of its own waits there until the demo is over. */
const demoNotes: Partial<Readonly<Record<SettingsGroup, 'all' | 'identity' | 'pages'>>> = {
  connection: 'all',
  identity: 'identity',
  events: 'all',
  screenPop: 'pages',
};

/** Groups whose fields each profile has for itself. */
const ofProfile: ReadonlySet<SettingsGroup> = new Set(['connection', 'identity']);

/** One group: what it is about, its settings, and the way back to how it was in the beginning. */
export function SettingsGroupView({ group }: { readonly group: SettingsGroup }) {
  const { t } = useWords();
  const demo = useSnapshot((state) => state.settings.mode === 'demo');
  const Group = groups[group];
  const profile = useSnapshot((state) => state.settings.profile.id);
  const several = useSnapshot((state) => state.settings.otherProfiles.length > 0);
  const name = useProfileName(profile);
  const managed = useSnapshot((state) => state.managed);
  const demoNote = demo ? demoNotes[group] : undefined;
  return (
    <div className={cx('group')}>
      <div className={cx('head')}>
        <h2 className={cx('title')}>{t(`settings.group.${group}`)}</h2>
        <p className={cx('lead')}>{t(`settings.about.${group}`)}</p>
        {several && ofProfile.has(group) ? (
          <p className={cx('lead')}>{t('settings.profiles.fields', { name })}</p>
        ) : null}
      </div>
      {demoNote === undefined ? null : (
        <Note tone="info" title={t(`settings.demoNote.${demoNote}`)}>
          {t(`settings.demoNote.${demoNote}Next`)}
        </Note>
      )}
      {shownGroups(managed).includes(group) ? null : (
        <Note tone="info" title={t('settings.managed.hiddenGroup')}>
          {t('settings.managed.hiddenGroupNext')}
        </Note>
      )}
      <div className={cx('sections')}>
        {/* Nothing that is typed for one profile goes over to another. */}
        <Group key={profile} />
        {isResettable(group) ? <GroupReset group={group} /> : null}
      </div>
    </div>
  );
}
