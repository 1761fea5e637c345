import { ensureSystemPackages } from './system-packages.mjs';
/**
 * Everything a start needs, from a bare clone on: dependencies, Electron, system packages, the built app.
 *
 * @param {Parameters<typeof ensureSystemPackages>[0]} packageGroups
 */
export declare function prepareElectron(packageGroups: Parameters<typeof ensureSystemPackages>[0]): Promise<{
    launcher: string;
    description: string;
}>;
