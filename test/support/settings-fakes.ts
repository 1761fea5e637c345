import type { AtLogin } from '../../electron/desk/kept-elsewhere.ts';
import type { Log } from '../../electron/logging/log.ts';
import type { JsonFile } from '../../electron/storage/json-file.ts';
import type { SecretBox } from '../../electron/storage/secret-box.ts';
import { fail, succeed } from '../../shared/result.ts';

export const silent: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** A JsonFile that forgets at the end of the test. */
export function memoryFile(content: Record<string, unknown> = {}): JsonFile & {
  text(): string;
  full: boolean;
  readonly copies: readonly string[];
} {
  let kept = content;
  const copies: string[] = [];
  return {
    /** True: the disk takes nothing more. */
    full: false,
    read: () => structuredClone(kept),
    write(next) {
      if (this.full) throw new Error('ENOSPC');
      kept = structuredClone(next);
    },
    text: () => JSON.stringify(kept),
    copies,
    keepCopy: () => void copies.push(JSON.stringify(kept)),
  };
}

/** A system that starts programs at log-in, or takes no word of it. */
export function loginItem(): AtLogin & { on: boolean; refuses: boolean } {
  return {
    on: false,
    refuses: false,
    read() {
      return this.on;
    },
    set(on) {
      if (this.refuses) return fail({ code: 'start-with-system-refused', reason: 'EROFS' });
      this.on = on;
      return succeed({});
    },
  };
}

/** Seals with a key of its own: another key cannot open it. Null: no key store. */
export function secretBox(key: string | null, backend = 'gnome_libsecret'): SecretBox {
  return {
    available: key !== null,
    backend,
    seal: (text) => Buffer.from(`${key}|${text}`).toString('base64').split('').reverse().join(''),
    open: (sealed) => {
      const text = Buffer.from(sealed.split('').reverse().join(''), 'base64').toString();
      if (key === null || !text.startsWith(`${key}|`)) throw new Error('wrong key');
      return text.slice(key.length + 1);
    },
  };
}
