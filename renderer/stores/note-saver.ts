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
  const waiting = new Map<string, string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let busy = false;
  const later = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(flush, ms);
  };
  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    if (!busy && waiting.size > 0) void sendAll();
  };
  const sendAll = async () => {
    busy = true;
    const sent = [...waiting];
    waiting.clear();
    const failed: (readonly [string, string])[] = [];
    await Promise.all(
      sent.map(async ([callId, note]) => {
        if (!(await save(callId, note).catch(() => false))) failed.push([callId, note]);
      }),
    );
    busy = false;
    for (const [callId, note] of failed) if (!waiting.has(callId)) waiting.set(callId, note);
    if (waiting.size > 0) later(failed.length > 0 ? tryAgainMs : spacingMs);
    else timer = setTimeout(flush, spacingMs);
  };
  return {
    typed(callId, note) {
      waiting.set(callId, note);
      if (!busy && timer === undefined) flush();
    },
    flush,
  };
}
