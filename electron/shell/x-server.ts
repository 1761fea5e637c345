import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

const none = Buffer.alloc(0);
const keyName = 'MIT-MAGIC-COOKIE-1';

/** What a connection to the X server of this computer starts with. */
export interface XServer {
  readonly socket: string;
  readonly setup: Buffer;
}

/** The X server that `DISPLAY` names; null where there is none on this computer. */
export function localXServer(env: NodeJS.ProcessEnv): XServer | null {
  const number = /^(?:unix)?:(\d+)(?:\.\d+)?$/.exec(env['DISPLAY'] ?? '')?.[1];
  if (number === undefined) return null;
  const key = keyOf(env['XAUTHORITY'] ?? join(homedir(), '.Xauthority'), number);
  const name = key === null ? none : Buffer.from(keyName);
  const head = Buffer.alloc(12);
  head.write('l', 0);
  head.writeUInt16LE(11, 2);
  head.writeUInt16LE(name.length, 6);
  head.writeUInt16LE(key?.length ?? 0, 8);
  return { socket: `/tmp/.X11-unix/X${number}`, setup: Buffer.concat([head, padded(name), padded(key ?? none)]) };
}

/** How long the server's answer to the setup is, told by its first eight bytes. */
export const setupHead = 8;
export const setupRest = (head: Buffer): number => head.readUInt16LE(6) * 4;

function padded(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
}

/** The first key in the X authority file that is for this display, or for all of them. */
function keyOf(file: string, display: string): Buffer | null {
  let content: Buffer;
  try {
    content = readFileSync(file);
  } catch {
    // A server without keys lets everybody of this computer in.
    return null;
  }
  let at = 0;
  const field = () => {
    const start = at + 2;
    at = start + content.readUInt16BE(at);
    if (at > content.length) throw new RangeError('Cut off');
    return content.subarray(start, at);
  };
  try {
    while (at < content.length) {
      // The family of the host's address, whose screens are ours alone here.
      at += 2;
      const [, number, name, data] = [field(), field(), field(), field()];
      const fits = number?.length === 0 || number?.toString() === display;
      if (fits && name?.toString() === keyName && data !== undefined) return data;
    }
  } catch {
    // Cut off in the middle of an entry.
  }
  return null;
}
