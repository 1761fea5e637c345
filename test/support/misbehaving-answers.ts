import type { Socket } from 'node:net';

type Headers = Readonly<Record<string, string>>;

/** A whole answer; the length is told unless a header says otherwise. */
export function answer(status: string, body: string | Buffer, headers: Headers = {}): (socket: Socket) => void {
  return (socket) => {
    socket.end(
      Buffer.concat([
        head(status, { 'Content-Length': String(Buffer.byteLength(body)), ...headers }),
        Buffer.from(body),
      ]),
    );
  };
}

export function jsonAnswer(status: string, json: unknown, headers: Headers = {}): (socket: Socket) => void {
  return answer(status, JSON.stringify(json), { 'Content-Type': 'application/json', ...headers });
}

export function htmlAnswer(status: string, html: string, headers: Headers = {}): (socket: Socket) => void {
  return answer(status, html, { 'Content-Type': 'text/html; charset=iso-8859-1', ...headers });
}

/** The given bytes, then nothing more; the connection stays open. */
export function stopAfter(bytes: string): (socket: Socket) => void {
  return (socket) => {
    socket.write(bytes);
  };
}

/** The given bytes, then the end of the connection in good manners. */
export function endAfter(bytes: string | Buffer): (socket: Socket) => void {
  return (socket) => {
    socket.end(bytes);
  };
}

/** The given bytes, then a reset. */
export function resetAfter(bytes: string): (socket: Socket) => void {
  return (socket) => {
    // The pause lets the bytes out: a reset throws away what is still queued.
    const reset = () => setTimeout(() => socket.resetAndDestroy(), 50);
    if (bytes === '') {
      socket.resetAndDestroy();
    } else {
      socket.write(bytes, reset);
    }
  };
}

/** Byte after byte with pauses, for as long as the other side listens. */
export function drip(text: string, everyMs: number): (socket: Socket) => void {
  return (socket) => {
    let at = 0;
    const timer = setInterval(() => {
      socket.write(text.charAt(at % text.length));
      at += 1;
    }, everyMs);
    socket.on('close', () => clearInterval(timer));
  };
}

/** `start`, then the same megabyte again and again as fast as the other side reads, `megabytes` times. */
export function flood(start: string, megabytes: number, piece = 'x'.repeat(1024 * 1024)): (socket: Socket) => void {
  return (socket) => {
    socket.write(start);
    let left = megabytes;
    const pour = () => {
      while (left > 0 && !socket.destroyed) {
        left -= 1;
        if (!socket.write(piece)) {
          return;
        }
      }
      socket.end();
    };
    socket.on('drain', pour);
    pour();
  };
}

function head(status: string, headers: Headers): Buffer {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.from(`HTTP/1.1 ${status}\r\n${lines.join('')}\r\n`, 'latin1');
}
