import { Provider, type UpdateInfo } from 'electron-updater';
import type { ProviderRuntimeOptions } from 'electron-updater/out/providers/Provider.js';
import type { UpdateProblem } from '../../shared/ipc/updates-contract.ts';
import type { UpdateSettings } from '../../shared/settings/schema.ts';
import { AppImageInPlace } from './app-image-in-place.ts';
import { createFeed, type Feed, type FeedTimeouts, type ManifestFile } from './feed.ts';
import { manifestName } from './manifest.ts';
import { problemOf, UpdateFailure } from './update-failure.ts';

/** What finds, fetches and installs newer versions. Failures are thrown. */
export interface Updater {
  /** The newer version of the feed; null: there is none. */
  find(): Promise<string | null>;
  /** What was found, or what an earlier run fetched of it. */
  download(onProgress: (percent: number) => void): Promise<void>;
  /** At the end of the program, of what was fetched. Null: it is in place. */
  install(): UpdateProblem | null;
  /** Of what is being fetched, if anything. */
  cancel(): void;
}

export interface UpdaterDeps {
  readonly arch: string;
  readonly version: string;
  /** What is replaced. */
  readonly appImage: string;
  /** Of the program's own, for what is fetched. */
  readonly folder: string;
  readonly log: { info(text: string): void; warn(text: string): void };
  readonly timeouts?: FeedTimeouts;
}

/**
 * electron-updater without its own ways to the network and its files around: what it asks for comes by our feed, with our limits and
 * signature; which version is newer and what is kept of an earlier run are its work.
 */
export function createUpdater(settings: UpdateSettings, deps: UpdaterDeps): Updater {
  const { version, appImage, folder, log } = deps;
  const feed = createFeed(settings, manifestName(deps.arch), deps.timeouts);
  const cancelling = new AbortController();
  let found: ManifestFile | null = null;
  let fetched: ManifestFile | null = null;
  let progressed: (percent: number) => void = () => undefined;
  const options = {
    provider: 'custom' as const,
    updateProvider: providerOf(feed, (file) => (found = file)),
  };
  const program = {
    version,
    name: 'dialdesk',
    isPackaged: true,
    appUpdateConfigPath: '',
    userDataPath: folder,
    baseCachePath: folder,
    whenReady: async () => undefined,
    relaunch: () => undefined,
    quit: () => undefined,
    // The program says itself when it ends.
    onQuit: () => undefined,
  };
  const updater = new AppImageInPlace(options, program, appImage, () => fetched?.sha512 ?? null);
  const download = async (url: URL, destination: string) => {
    if (found === null || feed.address(found.url).href !== url.href) throw new UpdateFailure('not-a-manifest');
    await feed.download(found, destination, progressed, cancelling.signal);
    return destination;
  };
  Object.assign(updater, {
    logger: { ...log, error: (text: string) => log.warn(text) },
    autoDownload: false,
    allowDowngrade: false,
    disableDifferentialDownload: true,
    disableWebInstaller: true,
    httpExecutor: { download },
    // In place of files beside the program, and of a number by which a server could know this computer again.
    configOnDisk: { value: Promise.resolve({ updaterCacheDirName: 'updates' }) },
    stagingUserIdPromise: { value: Promise.resolve('') },
  });
  return {
    async find() {
      const checked = await updater.checkForUpdates();
      if (checked === null) throw new UpdateFailure('failed');
      if (checked.isUpdateAvailable) return checked.updateInfo.version;
      if (updater.currentVersion.compare(checked.updateInfo.version) > 0) {
        throw new UpdateFailure('older', checked.updateInfo.version);
      }
      return null;
    },
    async download(onProgress) {
      progressed = onProgress;
      await updater.downloadUpdate();
      fetched = found;
    },
    install() {
      let problem: UpdateProblem = { kind: 'failed', detail: null };
      // The library hands no failure back, it tells of it.
      const note = (failure: unknown) => {
        problem = problemOf(failure);
      };
      updater.on('error', note);
      const installed = updater.install(true, false);
      updater.off('error', note);
      return installed ? null : problem;
    },
    cancel: () => cancelling.abort(),
  };
}

/** Hands on what the feed says, and of it only what was looked at. */
function providerOf(feed: Feed, onFound: (file: ManifestFile) => void) {
  return class extends Provider<UpdateInfo> {
    constructor(_options: unknown, _updater: unknown, runtime: ProviderRuntimeOptions) {
      super(runtime);
    }

    async getLatestVersion(): Promise<UpdateInfo> {
      const manifest = await feed.readManifest();
      const ours = manifest.files.find(({ url }) => url.endsWith('.AppImage'));
      if (ours === undefined) throw new UpdateFailure('refused', '.AppImage');
      onFound(ours);
      return { ...manifest, files: [ours], path: ours.url, sha512: ours.sha512, releaseDate: '' };
    }

    resolveFiles({ files }: UpdateInfo) {
      return files.map((info) => ({ url: feed.address(info.url), info }));
    }
  };
}
