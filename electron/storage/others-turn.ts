/** Between two pieces of longer work: the events of calls wait for the same thread. */
export function othersTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
