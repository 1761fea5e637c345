import type { UiSettings } from '../../../shared/settings/schema.ts';
import { useSnapshot } from '../../stores/app-state.ts';
import { saveSettings } from '../../stores/settings.ts';
import { useWords } from '../../text/use-words.ts';
import { Choice } from '../../ui/choice.tsx';
import { ErrorNote } from './error-note.tsx';
import { LanguageChoice } from './language-choice.tsx';
import { Section } from './section.tsx';
import { useSaving } from './use-saving.ts';

export function AppearanceSettings() {
  const { t } = useWords();
  const ui = useSnapshot((state) => state.settings.ui);
  const saving = useSaving();
  const save = (change: Partial<UiSettings>) => void saving.inGroup(saveSettings({ ui: change }));
  return (
    <Section>
      <LanguageChoice help={t('settings.appearance.languageHelp')} />
      <Choice
        label={t('settings.appearance.theme')}
        help={t('settings.appearance.themeHelp')}
        value={ui.theme}
        options={[
          { value: 'system', label: t('settings.appearance.themeSystem') },
          { value: 'light', label: t('settings.appearance.themeLight') },
          { value: 'dark', label: t('settings.appearance.themeDark') },
        ]}
        onChange={(theme) => save({ theme })}
      />
      <Choice
        label={t('settings.appearance.calendar')}
        help={t('settings.appearance.calendarHelp')}
        value={ui.calendar}
        options={[
          { value: 'gregorian', label: t('settings.appearance.calendarGregorian') },
          { value: 'persian', label: t('settings.appearance.calendarPersian') },
        ]}
        onChange={(calendar) => save({ calendar })}
      />
      {saving.problem === null ? null : <ErrorNote error={saving.problem} withoutRemedy />}
    </Section>
  );
}
