import { connect, type Socket } from 'node:net';
import { localXServer, setupHead, setupRest } from '../shell/x-server.ts';

/** Every message of the server has this length; a reply may go on. */
const messageBytes = 32;
const reply = 1;

/** A connection to the X server of the desktop: only what is needed to ask for a selection. */
export interface XConnection {
  readonly root: number;
  /** An id for a window of ours. */
  readonly windowId: number;
  send(request: Buffer): void;
  /** The next reply, event or error. */
  receive(): Promise<Buffer>;
  close(): void;
}

/** Null without an X server on this computer. The signal ends the connection whatever it waits for. */
export async function connectToX(env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<XConnection | null> {
  const server = localXServer(env);
  if (server === null) return null;
  const socket = connect(server.socket);
  // Nor does the end of the program wait for it.
  socket.unref();
  const read = readerOf(socket);
  const end = () => socket.destroy(new Error('The X server took too long'));
  signal.addEventListener('abort', end, { once: true });
  if (signal.aborted) end();
  const close = () => {
    signal.removeEventListener('abort', end);
    socket.destroy();
  };
  try {
    socket.write(server.setup);
    const head = await read(setupHead);
    const rest = await read(setupRest(head));
    if (head[0] !== reply) throw new Error('The X server refused the connection');
    const vendorBytes = Math.ceil(rest.readUInt16LE(16) / 4) * 4;
    const rootAt = 32 + vendorBytes + rest.readUInt8(21) * 8;
    return {
      root: rest.readUInt32LE(rootAt),
      windowId: rest.readUInt32LE(4) + 1,
      send: (request) => void socket.write(request),
      async receive() {
        const message = await read(messageBytes);
        const more = message[0] === reply ? message.readUInt32LE(4) * 4 : 0;
        return more === 0 ? message : Buffer.concat([message, await read(more)]);
      },
      close,
    };
  } catch (problem) {
    close();
    throw problem;
  }
}

/** Reads exactly so many bytes, one request after the other. */
function readerOf(socket: Socket): (length: number) => Promise<Buffer> {
  let received = Buffer.alloc(0);
  let ended: Error | null = null;
  let wake: () => void = () => undefined;
  const end = (problem: Error) => {
    ended ??= problem;
    wake();
  };
  socket.on('data', (bytes: Buffer) => {
    received = Buffer.concat([received, bytes]);
    wake();
  });
  socket.on('error', end);
  socket.on('close', () => end(new Error('The X server closed the connection')));
  return async (length) => {
    while (received.length < length) {
      if (ended !== null) throw ended;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    const bytes = received.subarray(0, length);
    received = received.subarray(length);
    return bytes;
  };
}
