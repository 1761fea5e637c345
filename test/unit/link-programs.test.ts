import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { desktopEntry } from '../../electron/shell/protocol-links/desktop-entries.ts';
import { createLinkPrograms } from '../../electron/shell/protocol-links/link-programs.ts';
import { withoutDefault } from '../../electron/shell/protocol-links/mime-apps.ts';
import { linkSchemes } from '../../shared/domain/link-schemes.ts';

const root = join(import.meta.dirname, '..', '..');

/** The system's side: who claimed a scheme, and whom the person chose where that counts. */
function system(chosen: Readonly<Record<string, string>>, isPackaged = true) {
  const claims = new Map<string, readonly string[]>();
  const app = {
    isPackaged,
    getName: () => 'Dialdesk',
    getAppPath: () => '/app',
    setAsDefaultProtocolClient: (scheme: string, _path?: string, args: string[] = []) => {
      claims.set(scheme, args);
      return true;
    },
    isDefaultProtocolClient: (scheme: string) => claims.has(scheme),
    removeAsDefaultProtocolClient: (scheme: string) => claims.delete(scheme),
    getApplicationNameForProtocol: (url: string) => chosen[url] ?? '',
  };
  return { app, claims };
}

const noSettings = () => Promise.resolve();
const stateOf = async (programs: ReturnType<typeof createLinkPrograms>, scheme: string) =>
  (await programs.read()).find((program) => program.scheme === scheme);

describe('the program for links on Windows', () => {
  it('is the one that the person chose, whatever was claimed: then only the person can change it', async () => {
    const { app, claims } = system({ 'tel://': 'Other Phone' });
    const programs = createLinkPrograms(app, 'win32', noSettings);
    expect(await stateOf(programs, 'tel')).toEqual({ scheme: 'tel', state: 'other', program: 'Other Phone' });
    expect((await programs.register('tel')).outcome).toBe('choose-there');
    expect(await stateOf(programs, 'tel')).toMatchObject({ state: 'other' });
    expect(claims.get('tel')).toEqual(['--']);
  });

  it('is Dialdesk when the system says so, and puts nothing of a link before a bare --', async () => {
    const { app, claims } = system({ 'tel://': 'Dialdesk' }, false);
    const programs = createLinkPrograms(app, 'win32', noSettings);
    expect((await programs.register('tel')).outcome).toBe('done');
    expect(claims.get('tel')).toEqual(['/app', '--']);
    expect((await programs.remove('tel')).outcome).toBe('done');
  });
});

describe('the program for links on macOS', () => {
  it('is what was claimed', async () => {
    const { app } = system({ 'tel://': 'FaceTime' });
    const programs = createLinkPrograms(app, 'darwin', noSettings);
    expect(await stateOf(programs, 'tel')).toMatchObject({ state: 'other', program: 'FaceTime' });
    expect((await programs.register('tel')).outcome).toBe('done');
    expect(await stateOf(programs, 'sip')).toEqual({ scheme: 'sip', state: 'none', program: null });
  });
});

describe('a mimeapps.list', () => {
  const list = [
    '[Default Applications]',
    'text/html=firefox.desktop',
    `x-scheme-handler/tel=${desktopEntry}`,
    `x-scheme-handler/sip = other.desktop;${desktopEntry};`,
    `x-scheme-handler/callto=other.desktop`,
    '',
    '[Added Associations]',
    `x-scheme-handler/tel=${desktopEntry};`,
    '',
  ].join('\n');

  it('loses our entry for one kind of link and nothing else', () => {
    expect(withoutDefault(list, 'tel', desktopEntry)).toBe(
      list
        .split('\n')
        .filter((line) => !line.startsWith('x-scheme-handler/tel='))
        .join('\n'),
    );
    expect(withoutDefault(list, 'sip', desktopEntry)).toContain('x-scheme-handler/sip=other.desktop;');
    expect(withoutDefault(list, 'callto', desktopEntry)).toBe(list);
    const refused = `[Removed Associations]\nx-scheme-handler/tel=${desktopEntry};`;
    expect(withoutDefault(refused, 'tel', desktopEntry)).toBe(refused);
    expect(withoutDefault('', 'tel', desktopEntry)).toBe('');
  });
});

describe('the packages', () => {
  const builder = readFileSync(join(root, 'electron-builder.yml'), 'utf8');
  const windows = readFileSync(join(root, 'assets', 'installer', 'links.nsh'), 'utf8');

  it('are known to the desktop by the name the program asks for', () => {
    const { desktopName } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { desktopName: string };
    expect(desktopName).toBe(desktopEntry);
    expect(builder).toContain(`appId: ${desktopEntry.replace(/\.desktop$/, '')}\n`);
  });

  test.each(linkSchemes)('say on every system that %s: links can be opened', (scheme) => {
    expect(builder).toMatch(new RegExp(`^ {6}- ${scheme}$`, 'm'));
    expect(windows).toContain(`!insertmacro registerLinks "${scheme}"`);
    expect(windows).toContain(`!insertmacro forgetLinks "${scheme}"`);
  });
});
