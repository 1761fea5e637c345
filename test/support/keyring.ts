import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { temporaryFolder } from './temporary-folder.ts';

/** A D-Bus session with an unlocked key store of its own, as a desktop gives it after log-in. */
export interface Keyring {
  /** For the environment of the app. */
  readonly env: Readonly<Record<string, string>>;
  /** Chromium finds the store by this switch where no desktop environment tells. */
  readonly args: readonly string[];
  stop(): Promise<void>;
}

export async function startKeyring(): Promise<Keyring> {
  const home = temporaryFolder('keyring');
  const script = [
    'printf "\\n" | gnome-keyring-daemon --unlock --components=secrets >/dev/null',
    'echo "BUS $DBUS_SESSION_BUS_ADDRESS"',
    'cat',
  ].join('; ');
  const session = spawn('dbus-run-session', ['--', 'sh', '-c', script], {
    // `cat` keeps the session alive until its standard input is closed.
    stdio: ['pipe', 'pipe', 'ignore'],
    env: { ...process.env, HOME: home, XDG_DATA_HOME: home, XDG_RUNTIME_DIR: home },
  });
  const address = await busAddress(session);
  return {
    env: { DBUS_SESSION_BUS_ADDRESS: address },
    args: ['--password-store=gnome-libsecret'],
    async stop() {
      const gone = once(session, 'exit');
      session.stdin?.end();
      await gone;
    },
  };
}

async function busAddress(session: ChildProcess): Promise<string> {
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
