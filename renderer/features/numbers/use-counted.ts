import { useEffect } from 'react';
import type { DialerError } from '../../../shared/errors.ts';
import type { ReadNumbers } from '../../../shared/ipc/numbers-contract.ts';
import { hasSeveralProfiles } from '../../../shared/settings/profiles.ts';
import { useAppState, useSnapshot } from '../../stores/app-state.ts';
import { readNumbers, useNumbers } from '../../stores/numbers.ts';
import { shownProfile, useProfiles } from '../../stores/profiles.ts';
import { useWords } from '../../text/use-words.ts';
import { type Counted, counted } from './counted.ts';
import { daysOf, hourEdges } from './period.ts';
import type { Period } from './use-period.ts';

export interface ShownNumbers {
  /** Null: they are being read. */
  readonly counted: Counted | null;
  readonly endings: ReadNumbers['endings'];
  readonly failure: DialerError | null;
  /** There are calls of more than one profile to choose between. */
  readonly several: boolean;
  readonly again: () => void;
}

/** Reads the numbers of the period, and again as its calls change. */
export function useCounted({ span }: Period): ShownNumbers {
  const { style } = useWords();
  const several = useSnapshot(({ settings }) => settings.mode === 'simotel' && hasSeveralProfiles(settings));
  const all = useProfiles((store) => store.historyOfAll) && several;
  const active = useAppState(shownProfile);
  const { read, failure, changes } = useNumbers();
  const profile = all ? 'all' : 'active';
  const edges = hourEdges(span, style);
  const question = JSON.stringify([profile, active, edges[0], edges.at(-1), style.timeZone]);
  const ask = () => void readNumbers(question, { profile, edges });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the question says what is asked, and calls that changed are a reason to ask it again
  useEffect(ask, [question, changes]);
  const known = read !== null && read.question === question ? read.numbers : null;
  return {
    counted: known === null ? null : counted(known, daysOf(span).length),
    endings: known?.endings ?? [],
    failure,
    several,
    again: ask,
  };
}
