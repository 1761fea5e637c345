import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ownAppImage, replaceableAppImage } from '../../electron/updates/own-app-image.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const file = '/home/agent/Dialdesk.AppImage';
const mounted = '/tmp/.mount_Dialdeabc';

describe('the file that this program runs from', () => {
  it('is the AppImage in which it is mounted', () => {
    expect(ownAppImage({ APPIMAGE: file, APPDIR: mounted }, `${mounted}/dialdesk`)).toBe(file);
  });

  it.each([
    ['no AppImage', {}, '/opt/Dialdesk/dialdesk'],
    ['another program’s, which started this one', { APPIMAGE: file, APPDIR: mounted }, '/opt/Dialdesk/dialdesk'],
    ['one whose mount begins alike', { APPIMAGE: file, APPDIR: mounted }, `${mounted}d/dialdesk`],
    ['one without a whole path', { APPIMAGE: 'Dialdesk.AppImage', APPDIR: mounted }, `${mounted}/dialdesk`],
    ['one that is nowhere mounted', { APPIMAGE: file }, `${mounted}/dialdesk`],
  ])('is not %s', (_which, environment, executable) => {
    expect(ownAppImage(environment, executable)).toBeNull();
  });
});

describe('what this program may put a newer version in the place of', () => {
  const folder = temporaryFolder();
  const own = join(folder, 'Dialdesk.AppImage');
  writeFileSync(own, '');
  const on = (platform: NodeJS.Platform, appImage = own, mayWrite?: (path: string) => boolean) =>
    replaceableAppImage(platform, { APPIMAGE: appImage, APPDIR: mounted }, `${mounted}/dialdesk`, mayWrite);

  it('is its own AppImage on Linux', () => {
    expect(on('linux')).toBe(own);
  });

  it.each(['win32', 'darwin'] as const)('is nothing on %s, where it cannot be done safely', (platform) => {
    expect(on(platform)).toBeNull();
  });

  it('is nothing where it or its folder may not be written, or is not there', () => {
    expect(on('linux', own, (path) => path !== own)).toBeNull();
    expect(on('linux', own, (path) => path !== folder)).toBeNull();
    expect(on('linux', join(folder, 'gone.AppImage'))).toBeNull();
  });
});
