import { existsSync } from 'node:fs';
import { connect } from 'node:net';
import { type BusAnswer, type BusCall, readMessage, writeCall } from './bus-message.ts';

/** A bus answers at once; it may be us who are late, while the program starts. */
const longestAnswerMs = 3000;

/** A connection to the bus of the desktop session. */
export interface SessionBus {
  /** Null for an error and when no answer comes in time. */
  call(call: BusCall): Promise<BusAnswer | null>;
}

/**
 * The socket of the session's bus; null without one. Never lets one be started, as the library of the bus would: on a bus of our own
 * there is no panel.
 */
export function sessionBusSocket(environment: Readonly<Record<string, string | undefined>>): string | null {
  const { DBUS_SESSION_BUS_ADDRESS: addresses = '', XDG_RUNTIME_DIR: folder = '' } = environment;
  if (addresses === '') return folder !== '' && existsSync(`${folder}/bus`) ? `${folder}/bus` : null;
  for (const address of addresses.split(';')) {
    const path = /^unix:(?:[^,]*,)*path=([^,]+)/.exec(address)?.[1];
    const socket = path === undefined ? null : decoded(path);
    if (socket !== null) return socket;
  }
  return null;
}

/** Null for what nobody encoded like this. */
function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

/** Null when the bus does not let us in. */
export async function connectToSessionBus(
  path: string,
  on: { readonly signal: (signal: BusAnswer) => void; readonly end: () => void },
): Promise<SessionBus | null> {
  const socket = connect(path);
  // Nor does the end of the program wait for it.
  socket.unref();
  const waiting = new Map<number, (answer: BusAnswer | null) => void>();
  let received = Buffer.alloc(0);
  let serial = 0;
  let letIn: ((whether: boolean) => void) | null = null;

  const read = () => {
    for (let next = readMessage(received); next !== null; next = readMessage(received)) {
      received = Buffer.from(next.rest);
      const { message } = next;
      if (message.kind === 'signal') on.signal(message);
      else if (message.toSerial !== null) waiting.get(message.toSerial)?.(message);
    }
  };
  const end = () => {
    letIn?.(false);
    for (const answer of waiting.values()) answer(null);
    on.end();
  };
  socket.on('data', (bytes: Buffer) => {
    received = Buffer.concat([received, bytes]);
    try {
      if (letIn === null) read();
      else if (received.includes('\r\n')) {
        const welcome = received.toString('latin1').startsWith('OK ');
        received = Buffer.alloc(0);
        letIn(welcome);
      }
    } catch {
      socket.destroy();
    }
  });
  // What went wrong ends in `close` as well.
  socket.on('error', () => undefined);
  socket.on('close', end);

  const call = async (asked: BusCall): Promise<BusAnswer | null> => {
    serial += 1;
    const mine = serial;
    const answer = await new Promise<BusAnswer | null>((resolve) => {
      if (socket.destroyed) resolve(null);
      waiting.set(mine, resolve);
      setTimeout(() => resolve(null), longestAnswerMs).unref();
      socket.write(writeCall(asked, mine));
    });
    waiting.delete(mine);
    return answer?.kind === 'return' ? answer : null;
  };

  const user = Buffer.from(String(process.getuid?.() ?? 0)).toString('hex');
  const welcome = await new Promise<boolean>((resolve) => {
    letIn = resolve;
    setTimeout(() => resolve(false), longestAnswerMs).unref();
    socket.write(`\0AUTH EXTERNAL ${user}\r\n`);
  });
  letIn = null;
  if (!welcome) {
    socket.destroy();
    return null;
  }
  socket.write('BEGIN\r\n');
  const greeted = await call(toBus('Hello', []));
  if (greeted !== null) return { call };
  socket.destroy();
  return null;
}

/** A call to the bus itself. */
export function toBus(member: string, parameters: readonly string[]): BusCall {
  const name = 'org.freedesktop.DBus';
  return { destination: name, path: '/org/freedesktop/DBus', interface: name, member, parameters };
}
