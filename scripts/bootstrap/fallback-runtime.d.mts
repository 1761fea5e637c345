export type Marker = {
    /**
     * of the package it came from
     */
    integrity: string;
    executable: {
        sha256: string;
        size: number;
        mtimeMs: number;
    };
    /**
     * of the other files
     */
    sizes: Record<string, number>;
};
/**
 * @typedef {object} Marker written last: what the folder held when it was complete
 * @property {string} integrity of the package it came from
 * @property {{ sha256: string, size: number, mtimeMs: number }} executable
 * @property {Record<string, number>} sizes of the other files
 */
export declare const isFallbackPossible: () => boolean;
/** @returns {import('./electron-runtime.mjs').Runtime | undefined} */
export declare function findFallback(): import('./electron-runtime.mjs').Runtime | undefined;
/** @returns {Promise<import('./electron-runtime.mjs').Runtime>} */
export declare function installFallback(): Promise<import('./electron-runtime.mjs').Runtime>;
