import { useEffect, useMemo } from 'react';
import { callQueue, callTrunkName } from '../../../../shared/domain/call-view.ts';
import { profileNames } from '../../../../shared/settings/profiles.ts';
import { useSnapshot } from '../../../stores/app-state.ts';
import { useHistory } from '../../../stores/history.ts';
import { useHistoryDesk } from '../../../stores/history-desk.ts';
import { usePresence } from '../../../stores/presence.ts';
import { readTrunks, trunksAt, useTrunks } from '../../../stores/trunks.ts';
import { useWords } from '../../../text/use-words.ts';

type NamedPart = 'trunk' | 'queue' | 'profile';
interface Choices {
  readonly part: NamedPart;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** The names there are to choose among; of what has none, or but one profile, nothing is offered. */
export function useFilterChoices(): readonly Choices[] {
  const { t } = useWords();
  const wish = useHistoryDesk((store) => store.wish);
  const settings = useSnapshot((state) => state.settings);
  const pbx = useSnapshot(trunksAt);
  const trunks = useTrunks((store) => store.list);
  const queues = usePresence((store) => store.presence.queues);
  const rows = useHistory((store) => store.rows);
  useEffect(() => void readTrunks(pbx), [pbx]);
  return useMemo(() => {
    const named = new Map(queues.map(({ name, number }) => [number, `${name} (${number})`]));
    const seen = (read: (row: (typeof rows)[number]) => string | null) => rows.slice(0, mostLookedAt).map(read);
    const names = (part: NamedPart, all: readonly (string | null | undefined)[], label = (value: string) => value) => {
      const values = [...new Set([...all, wish[part]])].filter((value) => value !== null && value !== undefined);
      const options = values.filter((value) => value !== '').map((value) => ({ value, label: label(value) }));
      return { part, options: options.sort((a, b) => a.label.localeCompare(b.label)) };
    };
    const profiles = settings.mode === 'simotel' ? profileNames(settings) : new Map<string, string>();
    const all: readonly Choices[] = [
      names('trunk', [...(trunks ?? []).map(({ name }) => name), ...seen(({ call }) => callTrunkName(call))]),
      names('queue', [...named.keys(), ...seen(({ call }) => callQueue(call))], (value) => named.get(value) ?? value),
      names('profile', [...profiles.keys()], (value) => profiles.get(value) || t('profiles.unnamed')),
    ];
    return all.filter(
      ({ part, options }) => options.length > (part === 'profile' && wish.profile === undefined ? 1 : 0),
    );
  }, [queues, rows, settings, t, trunks, wish]);
}

/** What the last calls went by is soon looked through. */
const mostLookedAt = 500;
