export type Need = {
    names: string[];
    command?: string;
};
/**
 * Debian's names, with what newer releases call them, and the command by which other systems are asked for them.
 *
 * @typedef {{ names: string[], command?: string }} Need
 * @type {Record<'libraries' | 'display' | 'e2e', Need[]>}
 */
declare const needs: Record<'libraries' | 'display' | 'e2e', Need[]>;
/**
 * @param {(keyof typeof needs)[]} groups
 * @param {string} executable
 */
export declare function ensureSystemPackages(groups: (keyof typeof needs)[], executable: string): Promise<void>;
export {};
