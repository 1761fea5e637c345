import { useSnapshot } from '../../stores/app-state.ts';
import { saveSettings } from '../../stores/settings.ts';
import { useWords } from '../../text/use-words.ts';
import { Toggle } from '../../ui/toggle.tsx';
import { RuleTester } from '../dial-rules/rule-tester.tsx';
import { Rules } from '../dial-rules/rules.tsx';
import { ErrorNote } from '../failure/error-note.tsx';
import { Section } from './section.tsx';
import { SettingItem } from './setting-item.tsx';
import { TimeOfDay } from './time-of-day.tsx';
import { useSaving } from './use-saving.ts';

/** What is made of a number before it is dialled, a place to try it, and the hours in which a call is asked for twice. */
export function DialRulesSettings() {
  const { t } = useWords();
  const quiet = useSnapshot((state) => state.settings.quietDialling);
  const { inGroup, field, problem } = useSaving();
  return (
    <>
      <Section title={t('settings.dialRules.rules')} lead={t('settings.dialRules.rulesHelp')} of={['dialRules.rules']}>
        <SettingItem of="dialRules.rules">
          <Rules />
        </SettingItem>
      </Section>
      <Section title={t('dialRules.tester.title')}>
        <RuleTester />
      </Section>
      <Section
        title={t('settings.dialRules.quiet')}
        of={['quietDialling.on', 'quietDialling.from', 'quietDialling.to']}
      >
        <SettingItem of="quietDialling.on" inPlaceOf={quiet.on ? [] : ['quietDialling.from', 'quietDialling.to']}>
          {(words) => (
            <Toggle
              {...words}
              isSelected={quiet.on}
              onChange={(on) => void inGroup(saveSettings({ quietDialling: { on } }))}
            />
          )}
        </SettingItem>
        {quiet.on ? (
          <>
            <SettingItem of="quietDialling.from">
              {(words) => (
                <TimeOfDay {...words} value={quiet.from} onSave={(from) => field({ quietDialling: { from } })} />
              )}
            </SettingItem>
            <SettingItem of="quietDialling.to">
              {(words) => <TimeOfDay {...words} value={quiet.to} onSave={(to) => field({ quietDialling: { to } })} />}
            </SettingItem>
          </>
        ) : null}
        {problem === null ? null : <ErrorNote error={problem} withoutRemedy />}
      </Section>
    </>
  );
}
