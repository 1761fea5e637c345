import { PencilLine } from 'lucide-react';
import { useMemo } from 'react';
import { useSettingDrafts } from '../../stores/setting-drafts.ts';
import type { SettingsGroup } from '../../stores/view.ts';
import { useWords } from '../../text/use-words.ts';
import { Badge } from '../../ui/badge.tsx';
import { Icon } from '../../ui/icon.tsx';
import { settingNames, settingOf } from './settings-catalogue.ts';

/** The groups in which something is typed that is not saved. */
export function useGroupsWithDrafts(): readonly SettingsGroup[] {
  const drafts = useSettingDrafts((store) => store.drafts);
  return useMemo(() => settingNames.filter((name) => name in drafts).map((name) => settingOf(name).group), [drafts]);
}

export function UnsavedBadge() {
  const { t } = useWords();
  return (
    <Badge tone="wait">
      <Icon of={PencilLine} size={12} />
      {t('settings.unsaved')}
    </Badge>
  );
}
