import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { FuseV1Options } from '@electron/fuses';
import { expect, test } from '@playwright/test';
import { DemoPbx } from '../../electron/demo-pbx/demo-pbx.ts';
import { fusesFor } from '../../scripts/package/fuses.mjs';
import { asAppImage } from '../support/app-image.ts';
import { currentCall, deskProvisioning, dial, historyRows, openDesk } from '../support/desk.ts';
import { environmentOfApp, provisioningFile, whatToStart } from '../support/dialdesk-app.ts';
import { whyNoOwnSystem } from '../support/own-system.ts';
import {
  type DebContents,
  drivenTwin,
  electronOf,
  filesBeside,
  filesInArchive,
  fusesOf,
  type PackagedProgram,
  packDeb,
} from '../support/packaged-program.ts';
import { openSettings } from '../support/set-up-steps.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { UpdateFeed } from '../support/update-feed.ts';

test.skip(process.platform !== 'linux', 'written for the unpacked package of Linux');
// Packing copies a quarter of a gigabyte.
test.setTimeout(180_000);

let program: PackagedProgram;
let deb: DebContents;
test.beforeAll(() => {
  ({ program, deb } = packDeb());
});

/** Names of built files carry a hash of their content; into how many scripts the pages are cut is for the bundler to say. */
const withoutHash = (file: string) =>
  file.replace(/\/assets\/.*-[\w-]{8}\.js$/, '/assets/*.js').replace(/-[\w-]{8}\.(css|svg|woff2)$/, '-*.$1');

test('the package holds nothing but the program, refuses what its fuses are for, and calls as the program does', async () => {
  await test.step('its archive holds the program and its one native package, for this system alone', () => {
    const files = [...new Set(filesInArchive(program.archive).map(withoutHash))].sort();
    expect(files.filter((file) => !file.startsWith('dist/app/tray/'))).toEqual([
      'dist/app/icon.ico',
      'dist/app/icon.png',
      'dist/app/import-worker.cjs',
      'dist/app/keeping-worker.cjs',
      'dist/app/main.cjs',
      'dist/app/notices.json',
      'dist/app/preload.cjs',
      'dist/app/renderer/assets/*.js',
      'dist/app/renderer/assets/app-*.svg',
      'dist/app/renderer/assets/inter-latin-wght-normal-*.woff2',
      'dist/app/renderer/assets/style-*.css',
      'dist/app/renderer/assets/vazirmatn-arabic-wght-normal-*.woff2',
      'dist/app/renderer/index.html',
      'dist/app/updater.cjs',
      'node_modules/@photostructure/sqlite/LICENSE',
      'node_modules/@photostructure/sqlite/dist/index.cjs',
      'node_modules/@photostructure/sqlite/package.json',
      `node_modules/@photostructure/sqlite/prebuilds/linux-${process.arch}/@photostructure+sqlite.glibc.node`,
      `node_modules/@photostructure/sqlite/prebuilds/linux-${process.arch}/@photostructure+sqlite.musl.node`,
      'node_modules/node-gyp-build/LICENSE',
      'node_modules/node-gyp-build/index.js',
      'node_modules/node-gyp-build/node-gyp-build.js',
      'node_modules/node-gyp-build/package.json',
      'package.json',
    ]);
  });

  await test.step('outside its archive is nothing of it but its native module, and what administrators read', () => {
    const sqlite = `app.asar.unpacked/node_modules/@photostructure/sqlite/prebuilds/linux-${process.arch}`;
    expect(filesBeside(program.archive)).toEqual([
      'LICENSE.dialdesk.txt',
      'app.asar',
      `${sqlite}/@photostructure+sqlite.glibc.node`,
      `${sqlite}/@photostructure+sqlite.musl.node`,
      'apparmor-profile',
      'provisioning.md',
      'provisioning.schema.json',
    ]);
  });

  await test.step('a .deb of it has an entry for the links, and what the program needs', () => {
    expect(deb.entry.path).toBe('/usr/share/applications/org.dialdesk.Dialdesk.desktop');
    expect(deb.entry.text.split('\n')).toEqual(
      expect.arrayContaining([
        'Exec=/opt/Dialdesk/dialdesk -- %u',
        'StartupWMClass=org.dialdesk.Dialdesk',
        'MimeType=x-scheme-handler/tel;x-scheme-handler/callto;x-scheme-handler/sip;x-scheme-handler/dialdesk;',
        'Categories=Network;Telephony;',
      ]),
    );
    expect(deb.dependsOn).toEqual(expect.arrayContaining(['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1']));
  });

  await test.step('each fuse of its binary is as it was decided', async () => {
    const decided = [...fusesFor(electronOf(program))].map(([option, on]) => [FuseV1Options[option], on]);
    expect(decided.length).toBeGreaterThanOrEqual(7);
    expect(await fusesOf(program.executable)).toEqual(Object.fromEntries(decided));
  });

  await test.step('no variable makes Node of it', () => {
    const { stdout } = spawnSync(program.executable, ['-e', 'console.log("I am " + "Node")'], {
      env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
      encoding: 'utf8',
      timeout: 10_000,
    });
    expect(stdout).not.toContain('I am Node');
  });

  await test.step('so hardened it starts, speaks with its PBX, and ends when the system ends, also in the middle of its start', async () => {
    const pbx = new DemoPbx({ speed: 10, directory: 'empty' });
    const { address } = await pbx.start();
    const provision = provisioningFile(deskProvisioning(address));
    const start = ['--inspect=0', `--user-data-dir=${temporaryFolder()}`, `--provision=${provision}`];
    const running = spawn(program.executable, [...whatToStart({ packaged: program.executable }), ...start], {
      env: environmentOfApp(),
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    running.stderr.on('data', (text) => {
      said += String(text);
    });
    await expect.poll(() => pbx.requests.length, { message: said, timeout: 30_000 }).toBeGreaterThan(0);
    expect(said).not.toContain('Debugger listening');
    running.kill();
    expect(await once(running, 'exit')).toEqual([0, null]);
    await pbx.stop();
  });

  await test.step('it calls, hears of the call and keeps it, and finds a newer version with what is in its archive', async () => {
    const newer = Buffer.from('the newer version');
    const feed = (await new UpdateFeed().start()).offer('9.0.0', newer);
    const { appImage, launch } = asAppImage(feed.settings, dirname(program.executable));
    const hasFeed = whyNoOwnSystem() === null;
    const desk = await openDesk({
      launch: { ...(hasFeed ? launch : {}), packaged: await drivenTwin(program.executable) },
    });
    expect(await desk.app.electron.evaluate(({ app }) => app.isPackaged)).toBe(true);
    await dial(desk.page, '09120000001');
    await expect(currentCall(desk.page)).toBeVisible();
    await desk.page.getByRole('tab', { name: 'History' }).click();
    await expect(historyRows(desk.page).first()).toContainText(/answered/i);
    expect(desk.originates()).toHaveLength(1);
    await openSettings(desk.page, 'About');
    const notices = desk.page.getByRole('list', { name: 'Built on' });
    const ofSqlite = notices.getByRole('listitem').filter({ hasText: '@photostructure/sqlite' });
    await ofSqlite.getByText('@photostructure/sqlite').click();
    await expect(ofSqlite.getByText('Permission is hereby granted')).toBeVisible();
    await expect(notices.getByText('react-dom', { exact: true })).toBeVisible();
    // A sixth of the main process's file that nothing asks for: the build leaves it out.
    await expect(notices.getByText('ajv', { exact: true })).toHaveCount(0);
    if (hasFeed) {
      await openSettings(desk.page, 'Updates');
      await desk.page.getByRole('button', { name: 'Look for a newer version' }).click();
      await expect(desk.page.getByRole('tabpanel').getByRole('status')).toContainText('Ready');
    }
    expect(desk.app.complaints).toEqual([]);
    await desk.leave();
    if (hasFeed) expect(readFileSync(appImage).equals(newer)).toBe(true);
    await feed.stop();
  });
});
