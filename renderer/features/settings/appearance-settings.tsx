import type { UiSettings } from '../../../shared/settings/schema.ts';
import { zoomPercents } from '../../../shared/settings/zoom-percents.ts';
import { useSnapshot } from '../../stores/app-state.ts';
import { saveSettings } from '../../stores/settings.ts';
import { useWords } from '../../text/use-words.ts';
import { Choice } from '../../ui/choice.tsx';
import { ErrorNote } from '../failure/error-note.tsx';
import { LanguageChoice } from './language-choice.tsx';
import { Section } from './section.tsx';
import { SettingChoice } from './setting-choice.tsx';
import { SettingItem } from './setting-item.tsx';
import { useSaving } from './use-saving.ts';

export function AppearanceSettings() {
  const { t, digits } = useWords();
  const ui = useSnapshot((state) => state.settings.ui);
  const saving = useSaving();
  const save = (change: Partial<UiSettings>) => void saving.inGroup(saveSettings({ ui: change }));
  return (
    <Section>
      <SettingItem of="ui.language">{({ help }) => <LanguageChoice help={help} />}</SettingItem>
      <SettingChoice of="ui.theme" value={ui.theme} onChange={(theme) => save({ theme })} />
      <SettingItem of="ui.zoomPercent">
        {(words) => (
          <Choice
            {...words}
            value={String(ui.zoomPercent)}
            options={zoomPercents.map((zoom) => ({
              value: String(zoom),
              label: t('settings.appearance.percent', { value: digits(String(zoom)) }),
            }))}
            onChange={(chosen) => {
              const zoomPercent = zoomPercents.find((zoom) => String(zoom) === chosen);
              if (zoomPercent !== undefined) save({ zoomPercent });
            }}
          />
        )}
      </SettingItem>
      <SettingChoice of="ui.calendar" value={ui.calendar} onChange={(calendar) => save({ calendar })} />
      <SettingChoice of="ui.digits" value={ui.digits} onChange={(chosen) => save({ digits: chosen })} />
      {saving.problem === null ? null : <ErrorNote error={saving.problem} withoutRemedy />}
    </Section>
  );
}
