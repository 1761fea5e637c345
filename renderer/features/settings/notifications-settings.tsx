import type { NotificationSettings } from '../../../shared/settings/schema.ts';
import { useSnapshot } from '../../stores/app-state.ts';
import { saveSettings } from '../../stores/settings.ts';
import { bindClasses } from '../../ui/class-names.ts';
import { Toggle } from '../../ui/toggle.tsx';
import { ErrorNote } from '../failure/error-note.tsx';
import { NotificationTest } from './notification-test.tsx';
import styles from './notifications-settings.module.css';
import { Section } from './section.tsx';
import { SettingChoice } from './setting-choice.tsx';
import { SettingItem } from './setting-item.tsx';
import { TimeOfDay } from './time-of-day.tsx';
import { useSaving } from './use-saving.ts';

const cx = bindClasses(styles);

export function NotificationsSettings() {
  const settings = useSnapshot((state) => state.settings.notifications);
  const saving = useSaving();
  const save = (notifications: Partial<NotificationSettings>) => void saving.inGroup(saveSettings({ notifications }));
  const quiet = settings.quietHours !== 'off';
  return (
    <>
      <Section
        of={[
          'notifications.incoming',
          'notifications.missed',
          'notifications.failed',
          'notifications.connection',
          'notifications.followUp',
        ]}
      >
        <SettingItem of="notifications.incoming">
          {(words) => <Toggle {...words} isSelected={settings.incoming} onChange={(incoming) => save({ incoming })} />}
        </SettingItem>
        <SettingItem of="notifications.missed">
          {(words) => <Toggle {...words} isSelected={settings.missed} onChange={(missed) => save({ missed })} />}
        </SettingItem>
        <SettingItem of="notifications.failed">
          {(words) => <Toggle {...words} isSelected={settings.failed} onChange={(failed) => save({ failed })} />}
        </SettingItem>
        <SettingItem of="notifications.connection">
          {(words) => (
            <Toggle {...words} isSelected={settings.connection} onChange={(connection) => save({ connection })} />
          )}
        </SettingItem>
        <SettingItem of="notifications.followUp">
          {(words) => <Toggle {...words} isSelected={settings.followUp} onChange={(followUp) => save({ followUp })} />}
        </SettingItem>
      </Section>
      <Section of={['notifications.quietHours', 'notifications.quietFrom', 'notifications.quietTo']}>
        <SettingChoice
          of="notifications.quietHours"
          inPlaceOf={quiet ? [] : ['notifications.quietFrom', 'notifications.quietTo']}
          value={settings.quietHours}
          onChange={(quietHours) => save({ quietHours })}
        />
        {quiet ? (
          <div className={cx('hours')}>
            <SettingItem of="notifications.quietFrom">
              {(words) => (
                <TimeOfDay
                  {...words}
                  value={settings.quietFrom}
                  onSave={(quietFrom) => saving.field({ notifications: { quietFrom } })}
                />
              )}
            </SettingItem>
            <SettingItem of="notifications.quietTo">
              {(words) => (
                <TimeOfDay
                  {...words}
                  value={settings.quietTo}
                  onSave={(quietTo) => saving.field({ notifications: { quietTo } })}
                />
              )}
            </SettingItem>
          </div>
        ) : null}
      </Section>
      <Section>
        <NotificationTest />
        {saving.problem === null ? null : <ErrorNote error={saving.problem} withoutRemedy />}
      </Section>
    </>
  );
}
