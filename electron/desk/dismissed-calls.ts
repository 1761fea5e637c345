/** Far more than could be closed while any of them might come up again. */
const mostKept = 100;

/** Calls that the agent closed on the card: gone from every window, not from the history. Kept for this run only. */
export interface DismissedCalls {
  add(id: string): void;
  list(): readonly string[];
}

export function createDismissedCalls(): DismissedCalls {
  let ids: readonly string[] = [];
  return {
    add(id) {
      ids = [...ids.filter((known) => known !== id), id].slice(-mostKept);
    },
    list: () => ids,
  };
}
