import type { UiSettings } from '../../../shared/settings/schema.ts';
import { useSnapshot } from '../../stores/app-state.ts';
import { isFixed } from '../../stores/managed.ts';
import { saveSettings } from '../../stores/settings.ts';
import { languageNames } from '../../text/language-names.ts';
import { useWords } from '../../text/use-words.ts';
import { Choice } from '../../ui/choice.tsx';

const calendarOf = { en: 'gregorian', fa: 'persian' } as const satisfies Record<
  UiSettings['language'],
  UiSettings['calendar']
>;

/** The language, chosen before anything else, brings its calendar along; later each is chosen for itself. */
export function FirstLanguage() {
  const { t } = useWords();
  const language = useSnapshot((state) => state.settings.ui.language);
  const managed = useSnapshot((state) => state.managed);
  if (isFixed(managed, 'ui.language')) return null;
  const calendar = (chosen: UiSettings['language']) =>
    isFixed(managed, 'ui.calendar') ? {} : { calendar: calendarOf[chosen] };
  return (
    <Choice
      labelHidden
      label={t('settings.appearance.language')}
      value={language}
      options={[
        { value: 'en', label: languageNames.en },
        { value: 'fa', label: languageNames.fa },
      ]}
      onChange={(chosen) => void saveSettings({ ui: { language: chosen, ...calendar(chosen) } })}
    />
  );
}
