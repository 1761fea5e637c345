import { useSnapshot } from '../../stores/app-state.ts';
import { useWords } from '../../text/use-words.ts';
import { NumberSetting } from './number-setting.tsx';
import { Section } from './section.tsx';
import { SettingItem } from './setting-item.tsx';
import { useSaving } from './use-saving.ts';

export function CallLimitSettings() {
  const { t } = useWords();
  const rule = useSnapshot((state) => state.settings.callLimit);
  const { field } = useSaving();
  return (
    <Section of={['callLimit.beforeEndSeconds', 'callLimit.repeatEverySeconds']}>
      <SettingItem of="callLimit.beforeEndSeconds">
        {(words) => (
          <NumberSetting
            {...words}
            invalid={t('settings.callLimit.invalid')}
            range={[0, 600]}
            value={rule.beforeEndSeconds}
            onSave={(value) => field({ callLimit: { beforeEndSeconds: value ?? 0 } })}
          />
        )}
      </SettingItem>
      <SettingItem of="callLimit.repeatEverySeconds">
        {(words) => (
          <NumberSetting
            {...words}
            invalid={t('settings.callLimit.invalid')}
            range={[0, 600]}
            value={rule.repeatEverySeconds}
            onSave={(value) => field({ callLimit: { repeatEverySeconds: value ?? 0 } })}
          />
        )}
      </SettingItem>
    </Section>
  );
}
