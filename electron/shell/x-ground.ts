import { connect } from 'node:net';
import type { BrowserWindow } from 'electron';
import { localXServer, setupHead, setupRest } from './x-server.ts';

const changeWindowAttributes = 2;
const backgroundPixel = 2;
const getInputFocus = 43;
const replyLength = 32;
const opaque = 0xff000000;
const longestMs = 2000;

/**
 * The ground that the X server paints itself, wherever a window is shown or grows before its program drew. Chromium gives every
 * window that of the desktop's theme and has no way to change it: a dark program on a light desktop would start with a flash.
 */
export function setGroundOnX(window: BrowserWindow, colour: string): void {
  // A window of Wayland has no number that an X server knows: then this does nothing, as does every failure.
  const server = process.platform === 'linux' ? localXServer(process.env) : null;
  if (server === null) return;
  const socket = connect(server.socket);
  const pixel = (opaque | Number.parseInt(colour.slice(1), 16)) >>> 0;
  socket.setTimeout(longestMs, () => socket.destroy());
  socket.on('error', () => socket.destroy());
  // A server forgets the requests of who hangs up before they were done: the answer to the last one shows that they are.
  let answer = Buffer.alloc(0);
  socket.on('data', (bytes: Buffer) => {
    answer = Buffer.concat([answer, bytes]);
    if (answer.length < setupHead) return;
    if (answer.length >= setupHead + setupRest(answer) + replyLength) socket.destroy();
  });
  const change = request(changeWindowAttributes, [
    window.getNativeWindowHandle().readUInt32LE(0),
    backgroundPixel,
    pixel,
  ]);
  socket.write(Buffer.concat([server.setup, change, request(getInputFocus, [])]));
}

function request(code: number, values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 + values.length * 4);
  bytes.writeUInt8(code, 0);
  bytes.writeUInt16LE(bytes.length / 4, 2);
  for (const [index, value] of values.entries()) bytes.writeUInt32LE(value, 4 + index * 4);
  return bytes;
}
