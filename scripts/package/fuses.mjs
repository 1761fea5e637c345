import { FuseV1Options } from '@electron/fuses';

/**
 * What the packaged binary refuses or insists on, whatever it is started with. `since` is the first major version of Electron that
 * has the fuse. Source of the fuses: electronjs.org/docs/latest/tutorial/fuses.
 *
 * @type {readonly { option: FuseV1Options, on: boolean, since: number }[]}
 */
export const fuses = [
  { option: FuseV1Options.RunAsNode, on: false, since: 12 },
  { option: FuseV1Options.EnableCookieEncryption, on: true, since: 12 },
  { option: FuseV1Options.EnableNodeOptionsEnvironmentVariable, on: false, since: 12 },
  { option: FuseV1Options.EnableNodeCliInspectArguments, on: false, since: 12 },
  { option: FuseV1Options.EnableEmbeddedAsarIntegrityValidation, on: true, since: 16 },
  { option: FuseV1Options.OnlyLoadAppFromAsar, on: true, since: 16 },
  { option: FuseV1Options.LoadBrowserProcessSpecificV8Snapshot, on: false, since: 19 },
  { option: FuseV1Options.GrantFileProtocolExtraPrivileges, on: false, since: 29 },
  { option: FuseV1Options.WasmTrapHandlers, on: true, since: 29 },
];

/**
 * @param {number} major of Electron
 * @returns {Map<FuseV1Options, boolean>}
 */
export const fusesFor = (major) =>
  new Map(fuses.filter(({ since }) => since <= major).map(({ option, on }) => [option, on]));
