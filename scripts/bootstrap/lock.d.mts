/**
 * One process at a time does the work; the others wait, and then find it done. The lock of a process that died is taken over.
 *
 * @template T
 * @param {string} file
 * @param {string} what said to whoever has to wait
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export declare function withLock<T>(file: string, what: string, work: () => Promise<T>): Promise<T>;
