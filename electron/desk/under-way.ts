/** Work that must not be cut off by the end of the program without need. */
export interface UnderWay {
  add<T>(work: Promise<T>): Promise<T>;
  /** Resolves when all of it came to an end, well or not, and at the latest after this time. */
  finished(longestMs: number): Promise<void>;
}

export function createUnderWay(): UnderWay {
  const all = new Set<Promise<unknown>>();
  return {
    add(work) {
      all.add(work);
      const forget = () => void all.delete(work);
      work.then(forget, forget);
      return work;
    },
    async finished(longestMs) {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, longestMs);
      });
      await Promise.race([Promise.allSettled(all), late]);
      clearTimeout(timer);
    },
  };
}
