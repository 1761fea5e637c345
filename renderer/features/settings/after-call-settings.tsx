import { useSnapshot } from '../../stores/app-state.ts';
import { saveSettings } from '../../stores/settings.ts';
import { useWords } from '../../text/use-words.ts';
import { OutcomesEditor } from '../after-call/outcomes-editor.tsx';
import { ErrorNote } from '../failure/error-note.tsx';
import { Section } from './section.tsx';
import { SettingChoice } from './setting-choice.tsx';
import { SettingItem } from './setting-item.tsx';
import { useSaving } from './use-saving.ts';

/** What a call may come out as, and which calls ask for it. */
export function AfterCallSettings() {
  const { t } = useWords();
  const awaits = useSnapshot((state) => state.settings.afterCall.awaits);
  const { inGroup, problem } = useSaving();
  return (
    <>
      <Section
        title={t('settings.afterCall.outcomes')}
        lead={t('settings.afterCall.outcomesHelp')}
        of={['afterCall.outcomes']}
      >
        <SettingItem of="afterCall.outcomes">
          <OutcomesEditor />
        </SettingItem>
      </Section>
      <Section of={['afterCall.awaits']}>
        <SettingChoice
          of="afterCall.awaits"
          value={awaits}
          onChange={(kind) => void inGroup(saveSettings({ afterCall: { awaits: kind } }))}
        />
        {problem === null ? null : <ErrorNote error={problem} withoutRemedy />}
      </Section>
    </>
  );
}
