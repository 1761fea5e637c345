import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type MessageBus, sessionBus } from '@particle/dbus-next';

/** A D-Bus session of its own, as a desktop gives it after log-in; nothing is on it but what a test puts there. */
export interface SessionBus {
  /** For the environment of the app. */
  readonly env: Readonly<Record<string, string>>;
  connect(): MessageBus;
  stop(): Promise<void>;
}

export interface SessionBusOptions {
  /** A shell command that has done its work, or stays in the background, before the bus is handed out. */
  readonly first?: string;
  readonly env?: Readonly<Record<string, string>>;
}

export async function startSessionBus({ first = ':', env = {} }: SessionBusOptions = {}): Promise<SessionBus> {
  // `cat` keeps the session alive until its standard input is closed.
  const script = [first, 'echo "BUS $DBUS_SESSION_BUS_ADDRESS"', 'cat'].join('; ');
  const session = spawn('dbus-run-session', ['--', 'sh', '-c', script], {
    stdio: ['pipe', 'pipe', 'ignore'],
    env: { ...process.env, ...env },
  });
  const busAddress = await readAddress(session);
  const connections: MessageBus[] = [];
  return {
    env: { DBUS_SESSION_BUS_ADDRESS: busAddress },
    connect() {
      const connection = sessionBus({ busAddress });
      connections.push(connection);
      return connection;
    },
    async stop() {
      for (const connection of connections) connection.disconnect();
      const gone = once(session, 'exit');
      session.stdin?.end();
      await gone;
    },
  };
}

async function readAddress(session: ChildProcess): Promise<string> {
  let text = '';
  return new Promise((resolve, reject) => {
    session.once('error', reject);
    session.once('exit', (code) => reject(new Error(`The D-Bus session ended with ${code}`)));
    session.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString('utf8');
      const found = /^BUS (.+)$/m.exec(text)?.[1];
      if (found !== undefined) resolve(found);
    });
  });
}
