import { writeFileSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { askForGround } from '../../electron/shell/x-ground.ts';
import { localXServer } from '../../electron/shell/x-server.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const setup = Buffer.from('the setup of the connection');
const colour = '#102030';
const accepted = Buffer.alloc(8);
accepted.writeUInt8(1, 0);
accepted.writeUInt16LE(1, 6);
/** The rest of the setup, and one answer. */
const rest = Buffer.alloc(4 + 32);

const servers: Server[] = [];
const sockets: Socket[] = [];

afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy();
  for (const server of servers.splice(0)) server.close();
});

/** A program that listens where an X server would. */
async function listening(answer: (socket: Socket) => void): Promise<{ path: string; closed: Promise<Buffer> }> {
  const path = join(temporaryFolder(), 'X0');
  const closed = new Promise<Buffer>((resolve) => {
    const server = createServer((socket) => {
      const seen: Buffer[] = [];
      sockets.push(socket);
      socket.on('error', () => undefined);
      socket.on('data', (bytes) => seen.push(bytes));
      socket.on('close', () => resolve(Buffer.concat(seen)));
      answer(socket);
    });
    servers.push(server);
    server.listen(path);
  });
  await new Promise((resolve) => servers.at(-1)?.once('listening', resolve));
  return { path, closed };
}

async function timeOf(work: Promise<void>): Promise<number> {
  const start = performance.now();
  await work;
  return performance.now() - start;
}

describe('asking an X server for the ground of a window', () => {
  test('sends the colour, and hangs up as soon as the answer shows that it was done', async () => {
    const { path, closed } = await listening((socket) => {
      socket.write(accepted.subarray(0, 5));
      socket.once('data', () => setTimeout(() => socket.write(Buffer.concat([accepted.subarray(5), rest])), 20));
    });
    expect(await timeOf(askForGround({ socket: path, setup }, 0x400001, colour))).toBeLessThan(800);
    const sent = await closed;
    expect(sent.subarray(0, setup.length)).toEqual(setup);
    const change = sent.subarray(setup.length);
    expect([change.readUInt8(0), change.readUInt16LE(2)]).toEqual([2, 4]);
    expect([4, 8, 12].map((at) => change.readUInt32LE(at))).toEqual([0x400001, 2, 0xff102030]);
    expect([change.readUInt8(16), change.readUInt16LE(18), change.length]).toEqual([43, 1, 20]);
  });

  test.each<[string, (socket: Socket) => void]>([
    ['never answers', () => undefined],
    ['accepts and stops in the middle', (socket) => socket.write(accepted)],
    [
      'answers in drops without an end',
      (socket) => {
        const drops = setInterval(() => socket.write(Buffer.from([1])), 100);
        socket.on('close', () => clearInterval(drops));
      },
    ],
    ['hangs up at once', (socket) => socket.destroy()],
    ['refuses', (socket) => socket.end(Buffer.concat([Buffer.alloc(6), Buffer.from([2, 0]), Buffer.alloc(8)]))],
  ])('gives up on one that %s, and closes the connection', async (_title, answer) => {
    const { path, closed } = await listening(answer);
    expect(await timeOf(askForGround({ socket: path, setup }, 1, colour))).toBeLessThan(1800);
    await closed;
  });

  test('takes no harm from one that is not there', async () => {
    const nowhere = join(temporaryFolder(), 'X7');
    expect(await timeOf(askForGround({ socket: nowhere, setup }, 1, colour))).toBeLessThan(800);
  });
});

describe('the X server of this computer', () => {
  const serverOf = (display: string | undefined, authority = join(temporaryFolder(), 'none')) =>
    localXServer({ XAUTHORITY: authority, ...(display === undefined ? {} : { DISPLAY: display }) });

  test.each([
    undefined,
    '',
    'localhost:10.0',
    '192.0.2.7:0',
    'desk.example:0.0',
    ':',
    ':x',
    'unix:',
    ':0.0.0',
    '/tmp/x:0',
  ])('is not what DISPLAY %s names', (display) => {
    expect(serverOf(display)).toBeNull();
  });

  test.each([
    [':0', '0'],
    [':12.1', '12'],
    ['unix:3', '3'],
  ])('DISPLAY %s is found by its socket', (display, number) => {
    expect(serverOf(display)?.socket).toBe(`/tmp/.X11-unix/X${number}`);
  });

  const field = (text: string | Buffer) => {
    const bytes = Buffer.from(text);
    return Buffer.concat([Buffer.from([bytes.length >> 8, bytes.length & 255]), bytes]);
  };
  const entry = (display: string, key: string, name = 'MIT-MAGIC-COOKIE-1') =>
    Buffer.concat([Buffer.from([1, 0]), field('host'), field(display), field(name), field(key)]);

  test('is sent the key of its display, whatever else the file holds', () => {
    const file = join(temporaryFolder(), 'authority');
    const sixteen = (letter: string) => letter.repeat(16);
    writeFileSync(
      file,
      Buffer.concat([entry('5', sixteen('a')), entry('0', sixteen('b'), 'OTHER'), entry('0', sixteen('c'))]),
    );
    const sent = serverOf(':0', file)?.setup ?? Buffer.alloc(0);
    expect(sent.toString('latin1')).toContain('MIT-MAGIC-COOKIE-1');
    expect(sent.toString('latin1')).toContain(sixteen('c'));
    expect([sent.length % 4, sent.readUInt16LE(6), sent.readUInt16LE(8)]).toEqual([0, 18, 16]);
    expect(serverOf(':7', file)?.setup.length).toBe(12);
  });

  test('is asked without a key when the file is cut off or missing', () => {
    const file = join(temporaryFolder(), 'authority');
    writeFileSync(file, entry('0', 'k'.repeat(16)).subarray(0, -3));
    expect(serverOf(':0')?.setup.length).toBe(12);
    expect(serverOf(':0', file)?.setup.length).toBe(12);
  });
});
