/** Tells whether the note was taken. */
type Save = (callId: string, note: string) => Promise<boolean>;

/** So soon after one text the next one may follow: what is lost by a crash was typed within this time. */
const spacingMs = 100;
const tryAgainMs = 2000;

export interface NoteSaver {
  /** As it stands in the field now. */
  typed(callId: string, note: string): void;
  /** At once, as when the field is left. */
  flush(): void;
}

/**
 * Saves notes as they are typed: the first letter at once, then the newest text each time the one before it was answered and a moment
 * passed. One that was not taken is tried again as long as no newer one took its place.
 */
export function createNoteSaver(save: Save): NoteSaver {
  /** As they stand in their fields, as far as they are not known to be saved; of these some are not sent yet. */
  const newest = new Map<string, string>();
  const unsent = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let onTheirWay = 0;
  const later = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(flush, ms);
  };
  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    if (unsent.size > 0) void sendAll();
  };
  const send = async (callId: string, note: string): Promise<boolean> => {
    const taken = await save(callId, note).catch(() => false);
    if (newest.get(callId) !== note) return true;
    if (taken) newest.delete(callId);
    else unsent.add(callId);
    return taken;
  };
  const sendAll = async () => {
    const sent = [...unsent].map((callId) => send(callId, newest.get(callId) ?? ''));
    unsent.clear();
    onTheirWay += 1;
    const refused = (await Promise.all(sent)).includes(false);
    onTheirWay -= 1;
    later(refused ? tryAgainMs : spacingMs);
  };
  return {
    typed(callId, note) {
      newest.set(callId, note);
      unsent.add(callId);
      if (onTheirWay === 0 && timer === undefined) flush();
    },
    flush,
  };
}
