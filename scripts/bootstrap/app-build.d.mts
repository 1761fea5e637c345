/** Builds the app if the sources have changed since the last build. */
export declare function ensureBuild(): Promise<void>;
export declare function buildApp(): Promise<string>;
