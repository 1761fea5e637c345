import { useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { languages } from '../../../shared/language.ts';
import { useSnapshot } from '../../stores/app-state.ts';
import { goToSetting, useSettingsSearch } from '../../stores/settings-search.ts';
import { useWords } from '../../text/use-words.ts';
import { type Hit, type HitGroup, searchableSettings, searchSettings } from './search-settings.ts';
import { settingMode } from './setting-mode.ts';

export interface SettingsSearch {
  readonly query: string;
  readonly found: readonly HitGroup[];
  readonly listId: string;
  /** The one that Enter goes to: the closest, until the arrow keys choose another. */
  readonly chosen: Hit | null;
  readonly idOf: (hit: Hit) => string;
  readonly move: (by: 1 | -1) => void;
  readonly go: (hit: Hit | null) => void;
}

export function useSettingsFound(): SettingsSearch {
  const { t, style } = useWords();
  const { i18n } = useTranslation();
  const listId = useId();
  const query = useSettingsSearch((store) => store.query);
  const managed = useSnapshot((state) => state.managed);
  const searchable = useMemo(() => {
    const others = languages.filter((language) => language !== style.language);
    const all = searchableSettings(
      t,
      others.map((language) => i18n.getFixedT(language)),
    );
    return all.filter(({ name }) => settingMode(managed, name) !== 'hidden');
  }, [t, style.language, i18n, managed]);
  const found = useMemo(() => searchSettings(searchable, query), [searchable, query]);
  const [walked, setWalked] = useState({ query: '', index: 0 });
  const hits = found.flatMap((group) => group.hits);
  // Another query begins at its own closest one again.
  const index = walked.query === query ? walked.index : 0;
  return {
    query,
    found,
    listId,
    chosen: hits[index] ?? null,
    idOf: ({ setting }) => `${listId}-${setting.name}`,
    move: (by) => {
      if (hits.length > 0) setWalked({ query, index: (index + by + hits.length) % hits.length });
    },
    go: (hit) => {
      if (hit !== null) goToSetting(hit.setting.group, hit.setting.name);
    },
  };
}
