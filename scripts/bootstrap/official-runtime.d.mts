/** @returns {string} */
export declare const pinnedVersion: () => string;
/**
 * path.txt is the last thing that Electron's own installer writes: with it, the folder is complete.
 *
 * @returns {import('./electron-runtime.mjs').Runtime | undefined}
 */
export declare function findOfficial(): import('./electron-runtime.mjs').Runtime | undefined;
/** With a fallback at hand the official download is tried once a day, so that a closed network does not slow every start. */
export declare function shouldRetryOfficial(): boolean;
/** Electron's own installer checks what it downloads against the checksums in its package. Returns what went wrong, if anything. */
export declare function downloadOfficial(): Promise<string | undefined>;
