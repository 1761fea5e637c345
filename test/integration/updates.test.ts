import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeFeed } from '../../scripts/package/make-feed.mjs';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { manifest, packageName, runningVersion, UpdateFeed } from '../support/update-feed.ts';
import { UpdatedProgram } from '../support/updated-program.ts';

const newer = Buffer.alloc(3 * 1024 * 1024, 'the newer version ');

let feed: UpdateFeed;
let program: UpdatedProgram;

beforeEach(async () => {
  program = new UpdatedProgram();
  feed = await new UpdateFeed().start();
});

afterEach(async () => {
  program.leave();
  await feed.stop();
});

describe('a newer version', () => {
  it('is found, fetched with progress, and takes the place of the program when that ends', async () => {
    feed.offer('9.0.0', newer);
    const checking = program.with(feed.settings);
    await checking.check();
    expect(program.seen.map(({ state }) => state)).toEqual(
      expect.arrayContaining(['waiting', 'checking', 'downloading', 'ready']),
    );
    const percents = program.seen.flatMap((state) => (state.state === 'downloading' ? [state.percent] : []));
    expect(percents).toEqual([...percents].sort((a, b) => a - b));
    expect(percents.filter((percent) => percent > 0 && percent < 100).length).toBeGreaterThan(3);
    expect(checking.read()).toEqual({ state: 'ready', version: '9.0.0' });
    expect(program.installed.toString()).toBe(runningVersion);
    program.quit();
    expect(program.installed.equals(newer)).toBe(true);
    expect(statSync(program.appImage).mode & 0o777).toBe(0o755);
    expect(readdirSync(program.folder).sort()).toEqual(['Dialdesk.AppImage', 'updates']);
    expect(feed.asked).toEqual([manifest, `${manifest}.sig`, packageName].map((name) => `/dialdesk/${name}`));
  });

  it('is not fetched again by the next run, which looks at what the last one left', async () => {
    feed.offer('9.0.0', newer);
    program.mayInstall = false;
    const first = program.with(feed.settings);
    await first.check();
    program.quit();
    expect(program.installed.toString()).toBe(runningVersion);
    program.mayInstall = true;
    const second = program.with(feed.settings);
    await second.check();
    expect(second.read().state).toBe('ready');
    expect(feed.asked.filter((path) => path.endsWith(packageName))).toHaveLength(1);
    // One that somebody changed meanwhile is.
    second.stop();
    writeFileSync(join(program.folder, 'updates', 'pending', packageName), 'something else');
    const third = program.with(feed.settings);
    await third.check();
    expect(third.read().state).toBe('ready');
    expect(feed.asked.filter((path) => path.endsWith(packageName))).toHaveLength(2);
    program.quit();
    expect(program.installed.equals(newer)).toBe(true);
  });

  it('that somebody changed after it was fetched does not take the place of the program', async () => {
    feed.offer('9.0.0', newer);
    const checking = program.with(feed.settings);
    await checking.check();
    expect(checking.read().state).toBe('ready');
    const pending = join(program.folder, 'updates', 'pending', packageName);
    const changed = readFileSync(pending);
    changed.writeUInt8(changed.readUInt8(1000) ^ 1, 1000);
    writeFileSync(pending, changed);
    program.quit();
    expect(program.installed.toString()).toBe(runningVersion);
    expect(readdirSync(program.folder).sort()).toEqual(['Dialdesk.AppImage', 'updates']);
  });

  it('is written through no link that lies in its way', async () => {
    feed.offer('9.0.0', newer);
    const checking = program.with(feed.settings);
    await checking.check();
    const elsewhere = join(program.folder, 'elsewhere');
    writeFileSync(elsewhere, 'of somebody else');
    symlinkSync(elsewhere, `${program.appImage}.new`);
    program.quit();
    expect(program.installed.equals(newer)).toBe(true);
    expect(readFileSync(elsewhere, 'utf8')).toBe('of somebody else');
  });

  it('of a feed that is not set any more is not installed', async () => {
    feed.offer('9.0.0', newer);
    const settings = { ...feed.settings };
    const checking = program.with(settings);
    await checking.check();
    settings.feed = '';
    checking.follow();
    expect(checking.read()).toEqual({ state: 'off' });
    program.quit();
    expect(program.installed.toString()).toBe(runningVersion);
  });

  it('is none where the feed has the version that runs', async () => {
    feed.offer('0.1.0', newer);
    const checking = program.with(feed.settings);
    await checking.check();
    expect(checking.read()).toMatchObject({ state: 'current' });
    expect(feed.asked).toHaveLength(2);
  });
});

it('a disk that takes no more leaves the program as it is', async () => {
  feed.offer('9.0.0', newer);
  const checking = program.with(feed.settings);
  await checking.check();
  // Where the newer version is written before it takes the place of the old one.
  mkdirSync(`${program.appImage}.new`);
  program.quit();
  expect(program.installed.toString()).toBe(runningVersion);
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
  for (const file of readdirSync(folder)) feed.put(file, readFileSync(join(folder, file)));
  const desk = program.with({ ...feed.settings, key: publicKey });
  await desk.check();
  expect(desk.read()).toEqual({ state: 'ready', version: '9.1.0' });
  await expect(makeFeed({ folder, version: '7.0.0', key })).rejects.toThrow('No package of version 7.0.0');
  writeFileSync(join(folder, name.replace('Dialdesk', 'Dialdesk-beta')), newer);
  await expect(makeFeed({ folder, version: '9.1.0', key })).rejects.toThrow('another package is in');
});
