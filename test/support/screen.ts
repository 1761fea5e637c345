import { connect, type Socket } from 'node:net';
import { localXServer, setupHead, setupRest } from '../../electron/shell/x-server.ts';

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Shares of an area, from 0 to 1. What is black has no window on it. */
export interface Shares {
  readonly light: number;
  readonly dark: number;
}

/** What a person sees on an X screen, asked of the X server itself: no program can paint around it. */
export interface Screen {
  /** How light and how dark the area is at this moment. */
  shares(area: Area): Promise<Shares>;
  close(): void;
}

const replyHead = 32;
const zPixmap = 2;
const getImage = 73;
const lightness = 160;
const darkness = 96;

export async function openScreen(env: { readonly DISPLAY: string; readonly XAUTHORITY: string }): Promise<Screen> {
  const server = localXServer({ ...env });
  if (server === null) throw new Error('DISPLAY names no local X screen');
  const socket = connect(server.socket);
  const read = reader(socket);
  socket.write(server.setup);
  const head = await read(setupHead);
  const rest = await read(setupRest(head));
  if (head[0] !== 1) throw new Error(`The X server refused: ${rest.toString('latin1')}`);
  const vendorLength = rest.readUInt16LE(16);
  const formats = rest.readUInt8(21);
  const root = rest.readUInt32LE(32 + Math.ceil(vendorLength / 4) * 4 + formats * 8);
  return {
    async shares({ x, y, width, height }) {
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
      return sharesOf(await read(answer.readUInt32LE(4) * 4));
    },
    close: () => socket.destroy(),
  };
}

/** Four bytes for every dot: blue, green, red, nothing. */
function sharesOf(image: Buffer): Shares {
  let [light, dark] = [0, 0];
  for (let at = 0; at + 3 < image.length; at += 4) {
    const sum = (image[at] ?? 0) + (image[at + 1] ?? 0) + (image[at + 2] ?? 0);
    if (sum > lightness * 3) light += 1;
    else if (sum > 0 && sum < darkness * 3) dark += 1;
  }
  const dots = image.length / 4;
  return { light: light / dots, dark: dark / dots };
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
