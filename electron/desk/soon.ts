/** Does the work once, a moment after it was first asked for: a burst of reasons is one piece of work. */
export interface Soon {
  ask(): void;
  /** What was asked for is not done any more. */
  stop(): void;
}

export function createSoon(ms: number, work: () => void): Soon {
  let timer: NodeJS.Timeout | null = null;
  let stopped = false;
  return {
    ask() {
      if (timer !== null || stopped) return;
      timer = setTimeout(() => {
        timer = null;
        work();
      }, ms);
    },
    stop() {
      stopped = true;
      if (timer !== null) clearTimeout(timer);
    },
  };
}
