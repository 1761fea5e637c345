import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { autostartEntry, createAutostartFile } from '../../electron/shell/autostart-file.ts';
import {
  createStartWithSystem,
  type StartWithSystem,
  wasOpenedAtLogin,
} from '../../electron/shell/start-with-system.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const name = 'org.dialdesk.Dialdesk.desktop';
let config: string;
let file: string;

beforeEach(() => {
  config = temporaryFolder('config');
  file = join(config, 'autostart', name);
});

const unused = () => {
  throw new Error('Not asked on Linux');
};
function onLinux(command: readonly string[] = ['/opt/Dialdesk/dialdesk']): StartWithSystem {
  return createStartWithSystem({
    platform: 'linux',
    app: { getName: () => 'Dialdesk', getLoginItemSettings: unused, setLoginItemSettings: unused },
    command,
    file: createAutostartFile({ XDG_CONFIG_HOME: config }, '/nowhere', name),
  });
}

describe('starting with a Linux desktop', () => {
  it('writes one file, leaves no other, and takes it away again', () => {
    const start = onLinux();
    expect(start.read()).toBe(false);
    expect(start.set(true)).toEqual({ ok: true, value: {} });
    expect(start.read()).toBe(true);
    expect(readdirSync(join(config, 'autostart'))).toEqual([name]);
    expect(readFileSync(file, 'utf8')).toMatch(/^Exec="\/opt\/Dialdesk\/dialdesk" "--hidden"$/m);
    expect(start.set(false)).toMatchObject({ ok: true });
    expect(start.read()).toBe(false);
    expect(readdirSync(join(config, 'autostart'))).toEqual([]);
  });

  it.each(['Hidden=true', 'X-GNOME-Autostart-enabled=false'])('is off when the desktop says %s', (line) => {
    onLinux().set(true);
    writeFileSync(file, readFileSync(file, 'utf8').replace(/X-GNOME.*/, line));
    expect(onLinux().read()).toBe(false);
  });

  it('says what the system answered when it does not take it', () => {
    writeFileSync(join(config, 'autostart'), 'no folder');
    expect(onLinux().set(true)).toEqual({
      ok: false,
      error: { code: 'start-with-system-refused', reason: expect.stringMatching(/^E[A-Z]+$/) },
    });
    expect(onLinux().read()).toBe(false);
  });

  it('follows the program to another place, and writes nothing where it was off', () => {
    onLinux(['/old/dialdesk']).set(true);
    onLinux(['/new/dialdesk']).refresh();
    expect(readFileSync(file, 'utf8')).toContain('"/new/dialdesk"');
    onLinux().set(false);
    onLinux().refresh();
    expect(readdirSync(join(config, 'autostart'))).toEqual([]);
  });

  it('takes the home folder where the other is not set or no absolute path', () => {
    const home = temporaryFolder('home');
    for (const set of ['', 'relative']) {
      const autostart = createAutostartFile({ XDG_CONFIG_HOME: set }, home, name);
      autostart.write('x');
      expect(readFileSync(join(home, '.config', 'autostart', name), 'utf8')).toBe('x');
      autostart.remove();
    }
  });
});

describe('the Exec line', () => {
  const exec = (word: string) => /^Exec=(.*)$/m.exec(autostartEntry('Dialdesk', [word]))?.[1];
  it('quotes what a path may hold', () => {
    expect(exec('/opt/My Desk/a')).toBe('"/opt/My Desk/a"');
    expect(exec('/a%f')).toBe('"/a%%f"');
    expect(exec('/a"b')).toBe(String.raw`"/a\\"b"`);
    expect(exec('/a$b`c')).toBe('"/a\\\\$b\\\\`c"');
    expect(exec(String.raw`/a\b`)).toBe(String.raw`"/a\\\\b"`);
  });

  it('holds one line only', () => {
    expect(() => autostartEntry('Dialdesk', ['/a\nExec=evil'])).toThrow();
  });
});

describe('starting with Windows or macOS', () => {
  it.each([true, false])('macOS says of itself whether it opened the program at log-in: %j', (wasOpened) => {
    const getLoginItemSettings = () =>
      ({ wasOpenedAtLogin: wasOpened }) as ReturnType<Electron.App['getLoginItemSettings']>;
    expect(wasOpenedAtLogin('darwin', { getLoginItemSettings })).toBe(wasOpened);
    expect(wasOpenedAtLogin('linux', { getLoginItemSettings })).toBe(false);
  });

  it('asks the system and believes what it says afterwards', () => {
    let open = false;
    let takes = true;
    const start = createStartWithSystem({
      platform: 'win32',
      app: {
        getName: () => 'Dialdesk',
        getLoginItemSettings: () => ({ openAtLogin: open }) as ReturnType<Electron.App['getLoginItemSettings']>,
        setLoginItemSettings: ({ openAtLogin, args }) => {
          expect(args).toEqual(['--hidden']);
          if (takes) open = openAtLogin === true;
        },
      },
      command: ['C:\\Dialdesk.exe'],
      file: createAutostartFile({}, config, name),
    });
    expect(start.set(true)).toMatchObject({ ok: true });
    expect(start.read()).toBe(true);
    takes = false;
    expect(start.set(false)).toMatchObject({ ok: false, error: { code: 'start-with-system-refused' } });
  });
});
