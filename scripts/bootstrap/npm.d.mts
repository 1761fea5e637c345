/**
 * Runs the npm that runs this script, otherwise the one on the PATH.
 *
 * @param {string[]} args
 * @param {import('./run.mjs').RunOptions} options
 */
export declare function runNpm(args: string[], options: import('./run.mjs').RunOptions): Promise<{
    ok: boolean;
    code: number;
    stdout: string;
    output: string;
}>;
