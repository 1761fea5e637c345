/**
 * What to start: the executable itself, or, where Chromium's sandbox cannot work, a shell script that switches it off and becomes
 * the executable. Only these scripts do that; the product never runs without its sandbox.
 *
 * @param {import('./electron-runtime.mjs').Runtime} runtime
 */
export declare function launcherFor(runtime: import('./electron-runtime.mjs').Runtime): string;
