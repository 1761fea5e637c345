import { describe, expect, test } from 'vitest';
import { readLaunchOptions } from '../../electron/launch-options.ts';

const read = (argv: readonly string[], environment: Record<string, string | undefined> = {}) =>
  readLaunchOptions(['/opt/dialdesk', ...argv], environment, '/home/agent');

const nothingGiven = { userDataDir: null, provisioningFile: null, hidden: false };

describe('launch options', () => {
  test('are absent unless given', () => {
    expect(read([])).toEqual(nothingGiven);
  });

  test('are found between switches of others, wherever they stand', () => {
    expect(
      read(['--no-sandbox', '--provision=/etc/desk.json', 'tel:123', '--user-data-dir=/tmp/a', '.']),
    ).toMatchObject({
      userDataDir: '/tmp/a',
      provisioningFile: '/etc/desk.json',
    });
  });

  test('take relative paths from the working folder and keep what stands in them', () => {
    expect(read(['--user-data-dir=data/My Desk=1', '--provision=../desk.json'])).toMatchObject({
      userDataDir: '/home/agent/data/My Desk=1',
      provisioningFile: '/home/desk.json',
    });
  });

  test('with nothing behind the sign count as not given', () => {
    expect(read(['--user-data-dir=', '--provision='])).toEqual(nothingGiven);
  });

  test('say when nobody asked for the window', () => {
    expect(read(['--hidden']).hidden).toBe(true);
    expect(read(['--', '--hidden']).hidden).toBe(false);
  });

  test('of a similar name are not ours', () => {
    expect(read(['--provisioning=/a', '-provision=/b', '--provision', '/c', '--user-data-dir-x=/d'])).toMatchObject({
      userDataDir: null,
      provisioningFile: null,
    });
  });

  test('are not taken from behind a bare --, where the links of other programs stand', () => {
    expect(read(['--', '--provision=/evil.json']).provisioningFile).toBeNull();
  });

  test('may come from the environment, which the command line outweighs', () => {
    const environment = { DIALDESK_PROVISION: 'desk.json' };
    expect(read([], environment).provisioningFile).toBe('/home/agent/desk.json');
    expect(read(['--provision=/etc/desk.json'], environment).provisioningFile).toBe('/etc/desk.json');
    expect(read([], { DIALDESK_PROVISION: '' }).provisioningFile).toBeNull();
  });
});
