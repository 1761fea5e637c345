import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFeed } from '../../scripts/package/make-feed.mjs';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { manifest, packageName, runningVersion } from '../support/update-feed.ts';
import { newer, updateRun } from '../support/update-run.ts';

const run = updateRun();

describe('a newer version', () => {
  it('is found, fetched with progress, and takes the place of the program when that ends', async () => {
    run.feed.offer('9.0.0', newer);
    const checking = run.program.with(run.feed.settings);
    await checking.check();
    expect(run.program.seen.map(({ state }) => state)).toEqual(
      expect.arrayContaining(['waiting', 'checking', 'downloading', 'ready']),
    );
    const percents = run.program.seen.flatMap((state) => (state.state === 'downloading' ? [state.percent] : []));
    expect(percents).toEqual([...percents].sort((a, b) => a - b));
    expect(percents.filter((percent) => percent > 0 && percent < 100).length).toBeGreaterThan(3);
    expect(checking.read()).toEqual({ state: 'ready', version: '9.0.0' });
    expect(run.program.installed.toString()).toBe(runningVersion);
    run.program.quit();
    expect(run.program.installed.equals(newer)).toBe(true);
    expect(statSync(run.program.appImage).mode & 0o777).toBe(0o755);
    expect(readdirSync(run.program.folder).sort()).toEqual(['Dialdesk.AppImage', 'updates']);
    expect(run.feed.asked).toEqual([manifest, `${manifest}.sig`, packageName].map((name) => `/dialdesk/${name}`));
  });

  it('is not fetched again by the next run, which looks at what the last one left', async () => {
    run.feed.offer('9.0.0', newer);
    run.program.mayInstall = false;
    const first = run.program.with(run.feed.settings);
    await first.check();
    run.program.quit();
    expect(run.program.installed.toString()).toBe(runningVersion);
    run.program.mayInstall = true;
    const second = run.program.with(run.feed.settings);
    await second.check();
    expect(second.read().state).toBe('ready');
    expect(run.feed.asked.filter((path) => path.endsWith(packageName))).toHaveLength(1);
    // One that somebody changed meanwhile is.
    second.stop();
    writeFileSync(join(run.program.folder, 'updates', 'pending', packageName), 'something else');
    const third = run.program.with(run.feed.settings);
    await third.check();
    expect(third.read().state).toBe('ready');
    expect(run.feed.asked.filter((path) => path.endsWith(packageName))).toHaveLength(2);
    run.program.quit();
    expect(run.program.installed.equals(newer)).toBe(true);
  });

  it('that somebody changed after it was fetched does not take the place of the program', async () => {
    run.feed.offer('9.0.0', newer);
    const checking = run.program.with(run.feed.settings);
    await checking.check();
    expect(checking.read().state).toBe('ready');
    const pending = join(run.program.folder, 'updates', 'pending', packageName);
    const changed = readFileSync(pending);
    changed.writeUInt8(changed.readUInt8(1000) ^ 1, 1000);
    writeFileSync(pending, changed);
    run.program.quit();
    expect(run.program.installed.toString()).toBe(runningVersion);
    expect(readdirSync(run.program.folder).sort()).toEqual(['Dialdesk.AppImage', 'updates']);
  });

  it('is written through no link that lies in its way', async () => {
    run.feed.offer('9.0.0', newer);
    const checking = run.program.with(run.feed.settings);
    await checking.check();
    const elsewhere = join(run.program.folder, 'elsewhere');
    writeFileSync(elsewhere, 'of somebody else');
    symlinkSync(elsewhere, `${run.program.appImage}.new`);
    run.program.quit();
    expect(run.program.installed.equals(newer)).toBe(true);
    expect(readFileSync(elsewhere, 'utf8')).toBe('of somebody else');
  });

  it('of a feed that is not set any more is not installed', async () => {
    run.feed.offer('9.0.0', newer);
    const settings = { ...run.feed.settings };
    const checking = run.program.with(settings);
    await checking.check();
    settings.feed = '';
    checking.follow();
    expect(checking.read()).toEqual({ state: 'off' });
    run.program.quit();
    expect(run.program.installed.toString()).toBe(runningVersion);
  });

  it('is none where the feed has the version that runs', async () => {
    run.feed.offer('0.1.0', newer);
    const checking = run.program.with(run.feed.settings);
    await checking.check();
    expect(checking.read()).toMatchObject({ state: 'current' });
    expect(run.feed.asked).toHaveLength(2);
  });
});

it('a disk that takes no more leaves the program as it is', async () => {
  run.feed.offer('9.0.0', newer);
  const checking = run.program.with(run.feed.settings);
  await checking.check();
  // Where the newer version is written before it takes the place of the old one.
  const inTheWay = `${run.program.appImage}.new`;
  mkdirSync(inTheWay);
  run.program.quit();
  expect(run.program.installed.toString()).toBe(runningVersion);
  // The next run says so, until a later end has it in place.
  const second = run.program.with(run.feed.settings);
  const told = { version: '9.0.0', problem: { kind: 'failed', detail: 'ERR_FS_EISDIR' } };
  expect([second.read(), second.notInstalled()]).toEqual([{ state: 'waiting' }, told]);
  await second.check();
  expect([second.read(), second.notInstalled()]).toEqual([{ state: 'ready', version: '9.0.0' }, told]);
  rmdirSync(inTheWay);
  run.program.quit();
  expect(run.program.installed.equals(newer)).toBe(true);
  expect(run.program.with(run.feed.settings).notInstalled()).toBeNull();
});

it('is not told of as one that could not be installed once the feed has none that is newer', async () => {
  run.feed.offer('9.0.0', newer);
  const first = run.program.with(run.feed.settings);
  await first.check();
  rmSync(join(run.program.folder, 'updates', 'pending', packageName));
  run.program.quit();
  const second = run.program.with(run.feed.settings);
  expect(second.notInstalled()).toEqual({ version: '9.0.0', problem: { kind: 'disk', detail: 'ENOENT' } });
  run.feed.offer('0.1.0', newer);
  await second.check();
  expect([second.read().state, second.notInstalled()]).toEqual(['current', null]);
  expect(run.program.with(run.feed.settings).notInstalled()).toBeNull();
});

it('is found in a feed as `npm run feed` makes it, with the key that it names', async () => {
  const folder = temporaryFolder();
  const name = manifest.includes('arm64') ? 'Dialdesk-9.1.0-arm64.AppImage' : 'Dialdesk-9.1.0.AppImage';
  writeFileSync(join(folder, name), newer);
  for (const version of ['9.1.01', '9.1.0.1', '9.1.0-armv7l', '9.1.0-rc.1', '19.1.0', '0.1.0'])
    writeFileSync(join(folder, `Dialdesk-${version}.AppImage`), 'another');
  for (const file of ['Dialdesk-9.1.0-setup.exe', 'Dialdesk-9.1.0-mac.zip', 'notes-9.1.0.txt'])
    writeFileSync(join(folder, file), 'another');
  const { privateKey } = generateKeyPairSync('ed25519');
  const key = privateKey.export({ format: 'pem', type: 'pkcs8' });
  const { written, publicKey } = await makeFeed({ folder, version: '9.1.0', key });
  expect(written).toEqual([manifest]);
  for (const file of readdirSync(folder)) run.feed.put(file, readFileSync(join(folder, file)));
  const desk = run.program.with({ ...run.feed.settings, key: publicKey });
  await desk.check();
  expect(desk.read()).toEqual({ state: 'ready', version: '9.1.0' });
  await expect(makeFeed({ folder, version: '7.0.0', key })).rejects.toThrow('No package of version 7.0.0');
  writeFileSync(join(folder, name.replace('Dialdesk', 'Dialdesk-beta')), newer);
  await expect(makeFeed({ folder, version: '9.1.0', key })).rejects.toThrow('another package is in');
});
