import { lstatSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { desktopEntry, forgetDefault } from '../../electron/shell/protocol-links/desktop-entries.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

let folder = '';
beforeEach(() => {
  folder = temporaryFolder();
  vi.stubEnv('XDG_CONFIG_HOME', folder);
});
afterEach(() => vi.unstubAllEnvs());

const list = `[Default Applications]\nx-scheme-handler/tel=${desktopEntry};\ntext/html=browser.desktop\n`;
const without = '[Default Applications]\ntext/html=browser.desktop\n';

describe.skipIf(process.platform === 'win32')('the person’s own list of programs', () => {
  it('is written anew as a whole, with the rights it had, and nothing is left beside it', () => {
    const file = join(folder, 'mimeapps.list');
    writeFileSync(file, list, { mode: 0o640 });
    const before = statSync(file);
    forgetDefault('tel', desktopEntry);
    expect(readFileSync(file, 'utf8')).toBe(without);
    // Another file took its name: whoever reads it meanwhile has the old one whole.
    expect(statSync(file).ino).not.toBe(before.ino);
    expect(statSync(file).mode & 0o777).toBe(before.mode & 0o777);
    expect(readdirSync(folder)).toEqual(['mimeapps.list']);
  });

  it('stays where it is kept when only a link to it stands here', () => {
    const kept = join(folder, 'dotfiles');
    mkdirSync(kept);
    writeFileSync(join(kept, 'mimeapps.list'), list);
    symlinkSync(join(kept, 'mimeapps.list'), join(folder, 'mimeapps.list'));
    forgetDefault('tel', desktopEntry);
    expect(lstatSync(join(folder, 'mimeapps.list')).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(kept, 'mimeapps.list'), 'utf8')).toBe(without);
    expect(readdirSync(kept)).toEqual(['mimeapps.list']);
  });

  it('is not touched where there is nothing to take out, nor made where there is none', () => {
    forgetDefault('tel', desktopEntry);
    expect(readdirSync(folder)).toEqual([]);
    const file = join(folder, 'mimeapps.list');
    writeFileSync(file, without);
    const before = statSync(file);
    forgetDefault('tel', desktopEntry);
    expect(statSync(file)).toMatchObject({ ino: before.ino, mtimeMs: before.mtimeMs });
  });
});
