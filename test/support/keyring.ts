import { startSessionBus } from './session-bus.ts';
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
  const { env, stop } = await startSessionBus({
    first: 'printf "\\n" | gnome-keyring-daemon --unlock --components=secrets >/dev/null',
    env: { HOME: home, XDG_DATA_HOME: home, XDG_RUNTIME_DIR: home },
  });
  return { env, args: ['--password-store=gnome-libsecret'], stop };
}
