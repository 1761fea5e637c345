import { useEffect } from 'react';
import type { HotkeyAction } from '../../../shared/hotkeys/hotkey.ts';
import type { HotkeySettings } from '../../../shared/settings/schema.ts';
import { useSnapshot } from '../../stores/app-state.ts';
import { pauseHotkeys, rest } from '../../stores/hotkeys.ts';
import { saveSettings } from '../../stores/settings.ts';
import { useWords } from '../../text/use-words.ts';
import { Toggle } from '../../ui/toggle.tsx';
import { ErrorNote } from '../failure/error-note.tsx';
import { HotkeyField } from './hotkey-field.tsx';
import { Section } from './section.tsx';
import { SettingItem } from './setting-item.tsx';
import { useSaving } from './use-saving.ts';

export function HotkeysSettings() {
  const { t } = useWords();
  const { direct } = useSnapshot((state) => state.settings.hotkeys);
  const { paused } = useSnapshot((state) => state.hotkeys);
  const saving = useSaving();
  const save = (change: Partial<HotkeySettings>) => void saving.inGroup(saveSettings({ hotkeys: change }));
  const keep = (action: HotkeyAction) => (hotkey: string) => save({ [action]: hotkey });
  // Whoever leaves while a key is recorded has the hotkeys back.
  useEffect(() => rest, []);
  return (
    <>
      <Section of={['hotkeys.quickDial', 'hotkeys.dialSelection', 'hotkeys.redial', 'hotkeys.showCall']}>
        <SettingItem of="hotkeys.quickDial">
          {(words) => <HotkeyField {...words} action="quickDial" onSave={keep('quickDial')} />}
        </SettingItem>
        <SettingItem of="hotkeys.dialSelection">
          {(words) => <HotkeyField {...words} action="dialSelection" onSave={keep('dialSelection')} />}
        </SettingItem>
        <SettingItem of="hotkeys.redial">
          {(words) => <HotkeyField {...words} action="redial" onSave={keep('redial')} />}
        </SettingItem>
        <SettingItem of="hotkeys.showCall">
          {(words) => <HotkeyField {...words} action="showCall" onSave={keep('showCall')} />}
        </SettingItem>
        {saving.problem === null ? null : <ErrorNote error={saving.problem} withoutRemedy />}
      </Section>
      <Section title={t('settings.hotkeys.behaviour')}>
        <SettingItem of="pausing.hotkeys">
          {(words) => <Toggle {...words} isSelected={paused} onChange={pauseHotkeys} />}
        </SettingItem>
        <SettingItem of="hotkeys.direct">
          {(words) => <Toggle {...words} isSelected={direct} onChange={(chosen) => save({ direct: chosen })} />}
        </SettingItem>
      </Section>
    </>
  );
}
