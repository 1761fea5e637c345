import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { keptUpdate } from '../../electron/storage/kept-update.ts';
import { usualFeedTimeouts } from '../../electron/updates/feed.ts';
import { createUpdateDesk, type UpdateDesk } from '../../electron/updates/update-desk.ts';
import { createUpdater } from '../../electron/updates/updater.ts';
import type { UpdateState } from '../../shared/ipc/updates-contract.ts';
import type { UpdateSettings } from '../../shared/settings/schema.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { runningVersion } from './update-feed.ts';

const silent = { info: () => undefined, warn: () => undefined };

/** The program as it is on Linux, run from an AppImage; short of patience. */
export class UpdatedProgram {
  readonly folder = temporaryFolder();
  readonly appImage = join(this.folder, 'Dialdesk.AppImage');
  /** Every state that the window would have shown. */
  readonly seen: UpdateState[] = [];
  mayInstall = true;
  /** What one run leaves for the next, besides what was fetched. */
  #left: Record<string, unknown> = {};
  #desk: UpdateDesk | null = null;

  constructor() {
    writeFileSync(this.appImage, runningVersion);
    chmodSync(this.appImage, 0o755);
    // Read by the library.
    process.env['APPIMAGE'] = this.appImage;
  }

  /** Starts with this feed. */
  with(settings: UpdateSettings): UpdateDesk {
    this.#desk?.stop();
    const desk = createUpdateDesk({
      settings: () => settings,
      load: async (chosen) =>
        createUpdater(chosen, {
          arch: process.arch,
          version: '0.1.0',
          appImage: this.appImage,
          folder: this.folder,
          log: silent,
          timeouts: {
            manifest: { connectMs: 2000, answerMs: 1000, totalMs: 2000 },
            file: { ...usualFeedTimeouts.file, idleMs: 500, totalMs: 5000 },
          },
        }),
      clock: Date.now,
      random: () => 0,
      mayInstall: () => this.mayInstall,
      onChange: () => this.seen.push(desk.read()),
      kept: keptUpdate(
        () => ({
          read: () => this.#left,
          write: (left) => {
            this.#left = left;
          },
        }),
        '0.1.0',
      ),
      log: silent,
    });
    this.#desk = desk;
    desk.follow();
    return desk;
  }

  /** As the program ends. */
  quit(): void {
    this.#desk?.stop();
    this.#desk?.install();
  }

  /** Ends, and leaves nothing for the next test. */
  leave(): void {
    this.#desk?.stop();
    delete process.env['APPIMAGE'];
  }

  /** The file that the next start would run. */
  get installed(): Buffer {
    return readFileSync(this.appImage);
  }

  /** What lies there of anything that was fetched. */
  get fetched(): readonly string[] {
    const pending = join(this.folder, 'updates', 'pending');
    return existsSync(pending) ? readdirSync(pending).filter((name) => name !== 'update-info.json') : [];
  }

  /** The agent asks for a newer version, is told of this problem, quits, and has the program as it was. */
  async expectRefused(problem: string, settings: UpdateSettings): Promise<void> {
    const desk = this.with(settings);
    await desk.check();
    expect(desk.read()).toMatchObject({ state: 'failed', problem: { kind: problem } });
    this.quit();
    expect(this.installed.toString()).toBe(runningVersion);
    expect(this.fetched).toEqual([]);
  }
}
