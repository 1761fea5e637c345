import { useSnapshot } from '../../stores/app-state.ts';
import { saveSettings, startWithSystem } from '../../stores/settings.ts';
import { useWords } from '../../text/use-words.ts';
import { Note } from '../../ui/note.tsx';
import { Toggle } from '../../ui/toggle.tsx';
import { ErrorNote } from '../failure/error-note.tsx';
import { Section } from './section.tsx';
import { SettingItem } from './setting-item.tsx';
import { useSaving } from './use-saving.ts';

export function DesktopSettings() {
  const { t } = useWords();
  const keepInTray = useSnapshot((state) => state.settings.desktop.keepInTray);
  const tray = useSnapshot((state) => state.tray);
  const startsWithSystem = useSnapshot((state) => state.startsWithSystem);
  const saving = useSaving();
  return (
    <Section>
      <SettingItem of="desktop.keepInTray">
        {(words) => (
          <Toggle
            {...words}
            isSelected={keepInTray}
            onChange={(kept) => void saving.inGroup(saveSettings({ desktop: { keepInTray: kept } }))}
          />
        )}
      </SettingItem>
      {tray === 'none' ? (
        <Note tone="info" title={t('settings.desktop.noTray')}>
          {t('settings.desktop.noTrayNext')}
        </Note>
      ) : null}
      <SettingItem of="desktop.startWithSystem">
        {(words) => (
          <Toggle
            {...words}
            isSelected={startsWithSystem}
            onChange={(on) => void saving.inGroup(startWithSystem(on))}
          />
        )}
      </SettingItem>
      {saving.problem === null ? null : <ErrorNote error={saving.problem} withoutRemedy />}
    </Section>
  );
}
