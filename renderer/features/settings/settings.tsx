import { ArrowLeft } from 'lucide-react';
import type { ComponentType } from 'react';
import { useSnapshot } from '../../stores/app-state.ts';
import { type SettingsGroup, showSettings, useView } from '../../stores/view.ts';
import { useWords } from '../../text/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { bindClasses } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { Note } from '../../ui/note.tsx';
import { useMedia } from '../../ui/use-media.ts';
import { AboutSettings } from './about-settings.tsx';
import { AppearanceSettings } from './appearance-settings.tsx';
import { CallLimitSettings } from './call-limit-settings.tsx';
import { ConnectionSettings } from './connection-settings.tsx';
import { DemoSettings } from './demo-settings.tsx';
import { EventsSettings } from './events-settings.tsx';
import { IdentitySettings } from './identity-settings.tsx';
import { SecretsSettings } from './secrets-settings.tsx';
import styles from './settings.module.css';
import { SettingsIndex } from './settings-index.tsx';

const cx = bindClasses(styles);

const groups: Readonly<Record<SettingsGroup, ComponentType>> = {
  connection: ConnectionSettings,
  identity: IdentitySettings,
  callLimit: CallLimitSettings,
  events: EventsSettings,
  secrets: SecretsSettings,
  appearance: AppearanceSettings,
  demo: DemoSettings,
  about: AboutSettings,
};

/** Groups the demo PBX stands in for, wholly or in part: what it has of its own waits there until the demo is over. */
const setAside: readonly SettingsGroup[] = ['connection', 'identity', 'events'];

/** Beside the list of groups where there is room for both, instead of it where there is not. */
export function Settings() {
  const { t } = useWords();
  const roomy = useMedia('(min-width: 1040px)');
  const asked = useView((store) => store.settingsGroup);
  const demo = useSnapshot((state) => state.settings.mode === 'demo');
  const group = asked ?? (roomy ? 'connection' : null);
  if (group === null) return <SettingsIndex current={null} />;
  const Group = groups[group];
  return (
    <div className={cx('settings', roomy && 'roomy')}>
      {roomy ? <SettingsIndex current={group} /> : null}
      <div className={cx('scroller')}>
        <div className={cx('group')}>
          {roomy ? null : (
            <div>
              <Button look="quiet" onPress={() => showSettings(null)}>
                <Icon of={ArrowLeft} mirrored />
                {t('settings.back')}
              </Button>
            </div>
          )}
          <div className={cx('head')}>
            <h2 className={cx('title')}>{t(`settings.group.${group}`)}</h2>
            <p className={cx('lead')}>{t(`settings.about.${group}`)}</p>
          </div>
          {demo && setAside.includes(group) ? (
            <Note tone="info" title={t(`settings.demoNote.${group === 'identity' ? 'identity' : 'all'}`)}>
              {t(`settings.demoNote.${group === 'identity' ? 'identityNext' : 'allNext'}`)}
            </Note>
          ) : null}
          {/* A new key forgets drafts and answers of another group. */}
          <div key={group}>
            <Group />
          </div>
        </div>
      </div>
    </div>
  );
}
