import { useMemo } from 'react';
import { type ProfileSummary, profileNames, profilesOf } from '../../../shared/settings/profiles.ts';
import { useSnapshot } from '../../stores/app-state.ts';
import { useWords } from '../../text/use-words.ts';

/** All profiles, each with something to call it by. */
export function useProfileList(): readonly ProfileSummary[] {
  const { t } = useWords();
  const settings = useSnapshot((state) => state.settings);
  return useMemo(
    () => profilesOf(settings).map((profile) => ({ ...profile, name: profile.name || t('profiles.unnamed') })),
    [settings, t],
  );
}

/** What a call of a profile is marked with; also of one that was deleted. */
export function useProfileName(id: string): string {
  const { t } = useWords();
  const name = useSnapshot((state) => profileNames(state.settings).get(id));
  return name === undefined || name === '' ? t('profiles.unnamed') : name;
}
