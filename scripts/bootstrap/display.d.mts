export declare const needsVirtualDisplay: () => boolean;
/**
 * Does the work under the display there is, or under a virtual one.
 *
 * @template T
 * @param {(env: NodeJS.ProcessEnv, display: string) => Promise<T>} work
 * @returns {Promise<T>}
 */
export declare function withDisplay<T>(work: (env: NodeJS.ProcessEnv, display: string) => Promise<T>): Promise<T>;
/**
 * @template T
 * @param {(env: NodeJS.ProcessEnv, display: string) => Promise<T>} work
 * @returns {Promise<T>}
 */
export declare function withVirtualDisplay<T>(work: (env: NodeJS.ProcessEnv, display: string) => Promise<T>): Promise<T>;
