import { useSnapshot } from '../../stores/app-state.ts';
import { useWords } from '../../text/use-words.ts';
import { KeptRecordings } from '../recording/kept-recordings.tsx';
import { NumberSetting } from './number-setting.tsx';
import { Section } from './section.tsx';
import { SettingItem } from './setting-item.tsx';
import { settingOf } from './settings-catalogue.ts';
import { useSaving } from './use-saving.ts';

/** How much of what was heard stays on this computer. */
export function RecordingSettings() {
  const { t } = useWords();
  const kept = useSnapshot((state) => state.settings.recordings.keptMegabytes);
  const { field } = useSaving();
  const clear = settingOf('recording.clear');
  return (
    <>
      <Section of={['recordings.keptMegabytes']}>
        <SettingItem of="recordings.keptMegabytes">
          {(words) => (
            <NumberSetting
              {...words}
              invalid={t('settings.recordings.keptInvalid')}
              range={[50, 20_000]}
              value={kept}
              onSave={(value) =>
                value === null ? Promise.resolve(null) : field({ recordings: { keptMegabytes: value } })
              }
            />
          )}
        </SettingItem>
      </Section>
      <Section title={t(clear.label)} lead={t(clear.help)}>
        <SettingItem of="recording.clear">
          <KeptRecordings />
        </SettingItem>
      </Section>
    </>
  );
}
