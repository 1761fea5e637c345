import { useEffect } from 'react';
import type { HistoryFilter } from '../../../shared/domain/history/history-filter.ts';
import type { HistoryWish } from '../../../shared/domain/history/history-wish.ts';
import { hasSeveralProfiles } from '../../../shared/settings/profiles.ts';
import { useAppState, useSnapshot } from '../../stores/app-state.ts';
import { showHistory } from '../../stores/history.ts';
import { useHistoryDesk } from '../../stores/history-desk.ts';
import { shownProfile, useProfiles } from '../../stores/profiles.ts';
import { momentsOf, spanOf } from '../../text/date-span.ts';
import type { TimeStyle } from '../../text/format-time.ts';
import { useWords } from '../../text/use-words.ts';
import { useNow } from '../../ui/use-now.ts';

export interface ShownHistory {
  /** There is something to choose between. */
  readonly several: boolean;
  /** Calls of more than one profile stand in it. */
  readonly marked: boolean;
}

/** The wish with its days as moments, and with whose calls are shown where it does not say that itself. */
export function filterOf(wish: HistoryWish, all: boolean, nowMs: number, style: TimeStyle): HistoryFilter {
  const { days, text, ...rest } = wish;
  const words = text?.trim() ?? '';
  return {
    profile: all ? 'all' : 'active',
    ...rest,
    ...(words === '' ? {} : { text: words }),
    ...(days === undefined ? {} : momentsOf(spanOf(days, nowMs, style), style)),
  };
}

export function useShownHistory(): ShownHistory {
  const several = useSnapshot(({ settings }) => settings.mode === 'simotel' && hasSeveralProfiles(settings));
  const all = useProfiles((store) => store.historyOfAll) && several;
  const one = useHistoryDesk((store) => store.wish.profile !== undefined);
  return { several, marked: all && !one };
}

/** Lets the list follow what the agent wants to see, and the clock where that moves with it; also before its tab is opened. */
export function useFollowedHistory(): void {
  const { style } = useWords();
  const { several } = useShownHistory();
  const all = useProfiles((store) => store.historyOfAll) && several;
  const wish = useHistoryDesk((store) => store.wish);
  const profile = useAppState(shownProfile);
  const now = useNow(60_000);
  const filter = JSON.stringify(filterOf(wish, all, now, style));
  // biome-ignore lint/correctness/useExhaustiveDependencies: other calls behind the same words are a reason to ask, other words for the same calls are not
  useEffect(() => {
    void showHistory(JSON.parse(filter) as HistoryFilter);
  }, [filter, profile]);
}
