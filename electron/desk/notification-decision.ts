import type { DeskNotification, News } from './notification-model.ts';

/** What was said last under a key, and whether it stands on the desktop. */
export interface Told {
  readonly content: string;
  readonly shown: boolean;
}

export type NotificationChange =
  | { readonly do: 'show'; readonly notification: DeskNotification }
  | { readonly do: 'close'; readonly key: string };

export interface NotificationRules {
  /** The agent wants to be told, and does not see it already. */
  readonly mayShow: (notification: DeskNotification) => boolean;
  /** The agent came to see in the window what stands on the desktop. */
  readonly seen: (notification: DeskNotification) => boolean;
}

/** One notification for one thing, anew only when there is something new to say; what is over or seen is taken away. */
export function decide(
  told: ReadonlyMap<string, Told>,
  news: ReadonlyMap<string, News>,
  rules: NotificationRules,
): { readonly told: ReadonlyMap<string, Told>; readonly changes: readonly NotificationChange[] } {
  const changes: NotificationChange[] = [];
  const next = new Map<string, Told>();
  for (const key of new Set([...told.keys(), ...news.keys()])) {
    const before = told.get(key);
    const now = news.get(key) ?? 'nothing';
    const takeAway = () => {
      if (before?.shown === true) changes.push({ do: 'close', key });
    };
    if (now === 'nothing') takeAway();
    else if (now === 'wait') {
      if (before !== undefined) next.set(key, before);
    } else {
      const content = JSON.stringify(now);
      const same = before?.content === content;
      // What still rings is said anew to an agent who turned away from the window.
      const anew = !same || (!before.shown && now.kind === 'incoming');
      const shown = anew ? rules.mayShow(now) : before.shown && !rules.seen(now);
      if (!shown) takeAway();
      else if (anew) changes.push({ do: 'show', notification: now });
      next.set(key, { content, shown });
    }
  }
  return { told: next, changes };
}
