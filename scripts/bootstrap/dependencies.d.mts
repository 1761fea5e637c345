export type Package = {
    version: string;
    integrity?: string;
    optional?: boolean;
    os?: string[];
    cpu?: string[];
    libc?: string[];
};
/** @typedef {{ version: string, integrity?: string, optional?: boolean, os?: string[], cpu?: string[], libc?: string[] }} Package */
export declare function ensureDependencies(): Promise<void>;
