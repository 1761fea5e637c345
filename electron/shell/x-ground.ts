import { connect } from 'node:net';
import type { BrowserWindow } from 'electron';
import { localXServer, setupHead, setupRest, type XServer } from './x-server.ts';

const changeWindowAttributes = 2;
const backgroundPixel = 2;
const getInputFocus = 43;
const replyLength = 32;
const opaque = 0xff000000;
/** A server that does not answer is left alone; nobody waits for it. */
const longestMs = 1000;

/**
 * The ground that the X server paints itself, wherever a window is shown or grows before its program drew. Chromium gives every
 * window that of the desktop's theme and has no way to change it: a dark program on a light desktop would start with a flash.
 */
export function setGroundOnX(window: BrowserWindow, colour: string): void {
  const server = process.platform === 'linux' ? localXServer(process.env) : null;
  const handle = window.getNativeWindowHandle();
  if (server === null || handle.length < 4) return;
  // A window of Wayland has no number that an X server knows: then this does nothing, as does every failure.
  void askForGround(server, handle.readUInt32LE(0), colour);
}

/** Resolves, and never rejects, when the server is done with it or the time is over; the socket is closed by then. */
export function askForGround(server: XServer, windowId: number, colour: string): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(server.socket);
    const timer = setTimeout(() => socket.destroy(), longestMs);
    socket.once('close', () => {
      clearTimeout(timer);
      resolve();
    });
    socket.on('error', () => socket.destroy());
    // A server forgets the requests of who hangs up before they were done: the answer to the last one shows that they are.
    let answer = Buffer.alloc(0);
    socket.on('data', (bytes: Buffer) => {
      answer = Buffer.concat([answer, bytes]);
      if (answer.length < setupHead) return;
      if (answer.length >= setupHead + setupRest(answer) + replyLength) socket.destroy();
    });
    const pixel = (opaque | Number.parseInt(colour.slice(1), 16)) >>> 0;
    const change = request(changeWindowAttributes, [windowId, backgroundPixel, pixel]);
    socket.write(Buffer.concat([server.setup, change, request(getInputFocus, [])]));
  });
}

function request(code: number, values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 + values.length * 4);
  bytes.writeUInt8(code, 0);
  bytes.writeUInt16LE(bytes.length / 4, 2);
  for (const [index, value] of values.entries()) bytes.writeUInt32LE(value, 4 + index * 4);
  return bytes;
}
