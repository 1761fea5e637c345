import { useSnapshot } from '../../stores/app-state.ts';
import { saveSettings } from '../../stores/settings.ts';
import { languageNames } from '../../text/language-names.ts';
import { useWords } from '../../text/use-words.ts';
import { Choice } from '../../ui/choice.tsx';

export function LanguageChoice({ help }: { readonly help: string }) {
  const { t } = useWords();
  const language = useSnapshot((state) => state.settings.ui.language);
  return (
    <Choice
      label={t('settings.appearance.language')}
      help={help}
      value={language}
      options={[
        { value: 'en', label: languageNames.en },
        { value: 'fa', label: languageNames.fa },
      ]}
      onChange={(chosen) => void saveSettings({ ui: { language: chosen } })}
    />
  );
}
