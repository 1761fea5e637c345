/** Resolves once the work is done, has failed, or took this long. What failed is reported as what it is: a bug. */
export function settledWithin(limitMs: number, work: Promise<unknown>): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, limitMs);
    const settle = () => {
      clearTimeout(timer);
      resolve();
    };
    work.then(settle, (problem: unknown) => {
      settle();
      reportError(problem);
    });
  });
}
