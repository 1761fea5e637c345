import { useSnapshot } from '../../stores/app-state.ts';
import { saveSettings } from '../../stores/settings.ts';
import { useWords } from '../../text/use-words.ts';
import { Toggle } from '../../ui/toggle.tsx';
import { ErrorNote } from '../failure/error-note.tsx';
import { LinkPrograms } from './link-programs.tsx';
import { Section } from './section.tsx';
import { SettingItem } from './setting-item.tsx';
import { settingOf } from './settings-catalogue.ts';
import { useSaving } from './use-saving.ts';

/** What other programs may hand over, and what they may not. */
export function LinkSettings() {
  const { t } = useWords();
  const mayCall = useSnapshot((state) => state.settings.commandLine.mayCall);
  const saving = useSaving();
  const { label, help } = settingOf('links.programs');
  return (
    <>
      <Section title={t(label)} lead={t(help)}>
        <SettingItem of="links.programs">
          <LinkPrograms />
        </SettingItem>
      </Section>
      <Section of={['commandLine.mayCall']}>
        <SettingItem of="commandLine.mayCall">
          {(words) => (
            <Toggle
              {...words}
              isSelected={mayCall}
              onChange={(allowed) => void saving.inGroup(saveSettings({ commandLine: { mayCall: allowed } }))}
            />
          )}
        </SettingItem>
        {saving.problem === null ? null : <ErrorNote error={saving.problem} withoutRemedy />}
      </Section>
    </>
  );
}
