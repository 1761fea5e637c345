import { existsSync, readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What a person sees on an X screen, asked of the X server itself: no program can paint around it. */
export interface Screen {
  /** The part of the area that is light, from 0 to 1, as it is at this moment. */
  lightPart(area: Area): Promise<number>;
  close(): void;
}

const setupHead = 8;
const replyHead = 32;
const zPixmap = 2;
const getImage = 73;
const lightness = 160;

export async function openScreen(env: { readonly DISPLAY: string; readonly XAUTHORITY: string }): Promise<Screen> {
  const display = /^:(\d+)/.exec(env.DISPLAY)?.[1];
  if (display === undefined) throw new Error('DISPLAY names no local X screen');
  const socket = connect(`/tmp/.X11-unix/X${display}`);
  const read = reader(socket);
  socket.write(setupRequest(env.XAUTHORITY));
  const head = await read(setupHead);
  const rest = await read(head.readUInt16LE(6) * 4);
  if (head[0] !== 1) throw new Error(`The X server refused: ${rest.toString('latin1')}`);
  const vendorLength = rest.readUInt16LE(16);
  const formats = rest.readUInt8(21);
  const root = rest.readUInt32LE(32 + Math.ceil(vendorLength / 4) * 4 + formats * 8);
  return {
    async lightPart({ x, y, width, height }) {
      const request = Buffer.alloc(20);
      request.writeUInt8(getImage, 0);
      request.writeUInt8(zPixmap, 1);
      request.writeUInt16LE(request.length / 4, 2);
      request.writeUInt32LE(root, 4);
      for (const [index, value] of [x, y, width, height].entries()) request.writeInt16LE(value, 8 + index * 2);
      request.writeUInt32LE(0xffffffff, 16);
      socket.write(request);
      const answer = await read(replyHead);
      if (answer[0] !== 1) throw new Error('The X server gave no picture');
      return lightPartOf(await read(answer.readUInt32LE(4) * 4));
    },
    close: () => socket.destroy(),
  };
}

/** Four bytes for every dot: blue, green, red, nothing. */
function lightPartOf(image: Buffer): number {
  let light = 0;
  for (let at = 0; at + 3 < image.length; at += 4) {
    if ((image[at] ?? 0) + (image[at + 1] ?? 0) + (image[at + 2] ?? 0) > lightness * 3) light += 1;
  }
  return light / (image.length / 4);
}

function setupRequest(authorityFile: string): Buffer {
  const { name, data } = authority(authorityFile);
  const head = Buffer.alloc(12);
  head.write('l', 0);
  head.writeUInt16LE(11, 2);
  head.writeUInt16LE(name.length, 6);
  head.writeUInt16LE(data.length, 8);
  return Buffer.concat([head, padded(name), padded(data)]);
}

function padded(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
}

/** The key of the first entry of the X authority file: that of the virtual screen has no other. */
function authority(file: string): { readonly name: Buffer; readonly data: Buffer } {
  const none = Buffer.alloc(0);
  if (!existsSync(file)) return { name: none, data: none };
  const content = readFileSync(file);
  let at = 2;
  const field = () => {
    const length = content.readUInt16BE(at);
    at += 2 + length;
    return content.subarray(at - length, at);
  };
  const [, , name, data] = [field(), field(), field(), field()];
  return { name: name ?? none, data: data ?? none };
}

/** Reads exactly so many bytes, one request after the other. */
function reader(socket: Socket): (length: number) => Promise<Buffer> {
  let received = Buffer.alloc(0);
  let wake: () => void = () => undefined;
  let problem: Error | null = null;
  socket.on('data', (bytes: Buffer) => {
    received = Buffer.concat([received, bytes]);
    wake();
  });
  socket.on('error', (error) => {
    problem = error;
    wake();
  });
  return async (length) => {
    while (received.length < length) {
      if (problem !== null) throw problem;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    const bytes = received.subarray(0, length);
    received = received.subarray(length);
    return bytes;
  };
}
