import { useEffect, useMemo, useState } from 'react';
import { noOutcome } from '../../../../shared/domain/after-call/work-rules.ts';
import type { CallNames } from '../../../../shared/ipc/history-contract.ts';
import { profileNames } from '../../../../shared/settings/profiles.ts';
import { readUsedTags } from '../../../stores/after-call.ts';
import { useSnapshot } from '../../../stores/app-state.ts';
import { readCallNames, useHistory } from '../../../stores/history.ts';
import { useHistoryDesk } from '../../../stores/history-desk.ts';
import { usePresence } from '../../../stores/presence.ts';
import { readTrunks, trunksAt, useTrunks } from '../../../stores/trunks.ts';
import { useWords } from '../../../text/use-words.ts';

type NamedPart = 'outcome' | 'tag' | 'trunk' | 'queue' | 'profile';
interface Choices {
  readonly part: NamedPart;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}
type Values = readonly (string | null | undefined)[];

/** What the last calls went by is soon looked through. */
const mostLookedAt = 500;

/** The names there are to choose among; of what has none, or but one profile, nothing is offered. */
export function useFilterChoices(): readonly Choices[] {
  const { t } = useWords();
  const wish = useHistoryDesk((store) => store.wish);
  const settings = useSnapshot((state) => state.settings);
  const queues = usePresence((store) => store.presence.queues);
  const rows = useHistory((store) => store.rows);
  const trunks = useTrunkNames();
  const tags = useUsedTags();
  const names = useCallNames();
  return useMemo(() => {
    const seen = rows.slice(0, mostLookedAt);
    const given: Values = seen.map(({ work }) => work?.outcome);
    const outcomes = new Map(settings.afterCall.outcomes.map(({ code, name }) => [code, name]));
    const queueNames = new Map(queues.map(({ name, number }) => [number, `${name} (${number})`]));
    const profiles = settings.mode === 'simotel' ? profileNames(settings) : new Map<string, string>();
    const choices = (part: NamedPart, values: Values, label = (value: string) => value): Choices => {
      const known = [...new Set([...values, wish[part]])].filter((value) => value !== null && value !== undefined);
      return { part, options: known.map((value) => ({ value, label: label(value) })) };
    };
    const all = [
      // In the order of the agent; that none was needed comes last.
      choices(
        'outcome',
        [
          ...outcomes.keys(),
          ...given.filter((code) => code !== noOutcome),
          ...(outcomes.size === 0 ? [] : [noOutcome]),
        ],
        (code) => (code === noOutcome ? t('afterCall.none') : (outcomes.get(code) ?? code)),
      ),
      choices('tag', [...tags, ...seen.flatMap(({ work }) => work?.tags ?? [])]),
      byLabel(choices('trunk', [...trunks, ...names.trunks])),
      byLabel(choices('queue', [...queueNames.keys(), ...names.queues], (value) => queueNames.get(value) ?? value)),
      byLabel(choices('profile', [...profiles.keys()], (value) => profiles.get(value) || t('profiles.unnamed'))),
    ];
    return all.filter(
      ({ part, options }) => options.length > (part === 'profile' && wish.profile === undefined ? 1 : 0),
    );
  }, [names, queues, rows, settings, t, tags, trunks, wish]);
}

function byLabel({ part, options }: Choices): Choices {
  return { part, options: [...options].sort((a, b) => a.label.localeCompare(b.label)) };
}

function useTrunkNames(): readonly string[] {
  const pbx = useSnapshot(trunksAt);
  const trunks = useTrunks((store) => store.list);
  useEffect(() => void readTrunks(pbx), [pbx]);
  return useMemo(() => (trunks ?? []).map(({ name }) => name), [trunks]);
}

/** Also those that the PBX no longer has. */
function useCallNames(): CallNames {
  const profile = useHistory((store) => store.filter?.profile);
  const [names, setNames] = useState<CallNames>({ trunks: [], queues: [] });
  useEffect(() => void readCallNames(profile).then(setNames), [profile]);
  return names;
}

/** Those used last first. */
function useUsedTags(): readonly string[] {
  const [tags, setTags] = useState<readonly string[]>([]);
  useEffect(() => void readUsedTags().then(setTags), []);
  return tags;
}
