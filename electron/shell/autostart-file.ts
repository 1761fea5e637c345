import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The file by which a Linux desktop starts a program after log-in (freedesktop.org, Desktop Application Autostart). */
export interface AutostartFile {
  /** It is there, and the desktop's own settings did not switch it off. */
  isOn(): boolean;
  write(entry: string): void;
  remove(): void;
}

export function createAutostartFile(
  environment: Readonly<Record<string, string | undefined>>,
  homeFolder: string,
  name: string,
): AutostartFile {
  const { XDG_CONFIG_HOME: set = '' } = environment;
  // A relative path there is invalid and to be ignored.
  const config = set.startsWith('/') ? set : join(homeFolder, '.config');
  const path = join(config, 'autostart', name);
  return {
    isOn() {
      try {
        const text = readFileSync(path, 'utf8');
        return !/^(?:Hidden\s*=\s*true|X-GNOME-Autostart-enabled\s*=\s*false)\s*$/im.test(text);
      } catch {
        return false;
      }
    },
    write(entry) {
      mkdirSync(dirname(path), { recursive: true });
      const beside = `${path}.new`;
      writeFileSync(beside, entry, { mode: 0o644 });
      renameSync(beside, path);
    },
    remove: () => rmSync(path, { force: true }),
  };
}

export function autostartEntry(name: string, command: readonly string[]): string {
  return [
    '[Desktop Entry]',
    'Type=Application',
    `Name=${name}`,
    `Exec=${command.map(quoted).join(' ')}`,
    'Terminal=false',
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n');
}

/**
 * A word of an Exec line: in quotes, where four characters take a backslash and `%` is written twice. Each backslash is doubled once more,
 * since the whole value is a string of the file.
 */
function quoted(word: string): string {
  if (/[\p{Cc}]/u.test(word)) throw new Error('A path with a line break cannot be written');
  const inQuotes = word.replace(/["`$\\]/g, '\\$&').replace(/%/g, '%%');
  return `"${inQuotes.replace(/\\/g, '\\\\')}"`;
}
