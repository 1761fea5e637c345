/** How a search goes about its work: what it finds is the same at any pace. */
export interface SearchPace {
  /** Where there are so many calls, numbers up to this are looked up in the index one by one. */
  readonly fewNumbers: (calls: number) => number;
  /** Numbers of so many contacts are collected before calls are asked whether they have one of them. */
  readonly someContacts: number;
  /** So many calls are asked, or found in the index and asked, between two looks at the clock: by what they are asked for. */
  readonly atOnce: {
    readonly kinds: number;
    readonly contacts: number;
    readonly texts: number;
    readonly found: number;
  };
  /** What a part of an answer may take of the thread. */
  readonly partMs: number;
  /** Read at least, however busy the computer is: else asking would take longer than what is answered. */
  readonly leastRead: number;
}

/**
 * Measured with a million calls and 20,000 contacts. To look a number up in the index takes some microseconds. To ask of a call whose its number
 * is takes one, and half of one where the numbers were collected before; the more numbers fit, and the fewer calls there are, the fewer
 * of them have to be asked for a page.
 */
export const usualPace: SearchPace = {
  fewNumbers: (calls) => Math.ceil(0.4 * Math.sqrt(calls)),
  someContacts: 400,
  atOnce: { kinds: 4000, contacts: 3000, texts: 1500, found: 500 },
  partMs: 3.5,
  leastRead: 16,
};
