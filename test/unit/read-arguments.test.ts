import { describe, expect, it, test } from 'vitest';
import { readArguments } from '../../electron/links/read-arguments.ts';

const launch = (...given: string[]) => readArguments(['/opt/Dialdesk/dialdesk', ...given]);

describe('what a launch asks for', () => {
  it('is its link, wherever Chromium puts it', () => {
    const link = { from: 'link', text: 'tel:0912' };
    expect(launch('tel:0912')).toEqual(link);
    expect(launch('--no-sandbox', '--allow-file-access-from-files', '/app', 'tel:0912')).toEqual(link);
    expect(launch('tel:0912', '--user-data-dir=/x', '--inspect')).toEqual(link);
    expect(launch('/app', '--', 'tel:0912')).toEqual(link);
  });

  it('is the first of several links, and no more of it than can be read', () => {
    expect(launch('tel:1', 'tel:2', 'dialdesk://dial/3')).toEqual({ from: 'link', text: 'tel:1' });
    expect(launch(`tel:${'9'.repeat(100_000)}`)?.text).toHaveLength(2049);
  });

  test.each(['09123456789', '+98 912 345 6789', '۰۹۱۲۳۴۵۶۷۸۹', '*21*0912#', '(021) 88776655', '551'])(
    'is the number %s',
    (number) => expect(launch('/app', number)).toEqual({ from: 'command-line', text: number, call: false }),
  );

  it('is a call only where a number stands alone with the wish for it', () => {
    expect(launch('--call', '551')).toEqual({ from: 'command-line', text: '551', call: true });
    expect(launch('551', '--call')).toEqual({ from: 'command-line', text: '551', call: true });
    expect(launch('551', '--', '--call')).toMatchObject({ call: false });
    expect(launch('551', '--call=yes')).toMatchObject({ call: false });
    expect(launch('--call=0912 345 6789')).toEqual({ from: 'command-line', text: '0912 345 6789', call: true });
    expect(launch('--call=tel:551')).toEqual({ from: 'link', text: 'tel:551' });
    expect(launch('--', '--call=551')).toBeNull();
    expect(launch('551', '--CALL')).toMatchObject({ call: false });
    expect(launch('tel:551', '--call')).toEqual({ from: 'link', text: 'tel:551' });
    expect(launch('551', '--call', 'tel:552')).toEqual({ from: 'link', text: 'tel:552' });
  });

  test.each([
    [],
    ['--call'],
    ['--call='],
    ['--call=/etc/0912'],
    ['/home/09123456789'],
    ['.', '--remote-debugging-port=9222'],
    ['--user-data-dir=/tmp/0912'],
    ['http://0912'],
    ['-5'],
    ['*'],
    ['hello 0912'],
  ])('is nothing for %s', (...given) => expect(launch(...given.flat())).toBeNull());

  it('is not the program itself, whatever it is called', () => {
    expect(readArguments(['551'])).toBeNull();
    expect(readArguments([])).toBeNull();
  });
});
