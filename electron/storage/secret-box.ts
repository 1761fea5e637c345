import { safeStorage } from 'electron';

/** Seals texts with the key store of the operating system. */
export interface SecretBox {
  /** `basic_text` and unknown Linux backends do not protect anything and count as not available. */
  readonly available: boolean;
  readonly backend: string | null;
  /** Base64 of the sealed text. */
  seal(text: string): string;
  /** Throws when the key store will not open it (other user, other backend, damaged). */
  open(sealed: string): string;
}

/** Linux backends that encrypt with a fixed key (Chromium source: `basic_text`) or cannot be named. */
const unprotectedBackends: readonly string[] = ['basic_text', 'unknown'];

/** Call after the app is ready: before that safeStorage answers wrongly. */
export function createSecretBox(): SecretBox {
  const backend = linuxBackend();
  const protects = backend === null || !unprotectedBackends.includes(backend);
  return {
    available: protects && safeStorage.isEncryptionAvailable(),
    backend,
    seal: (text) => safeStorage.encryptString(text).toString('base64'),
    open: (sealed) => safeStorage.decryptString(Buffer.from(sealed, 'base64')),
  };
}

/** Older runtimes (before 25.9 and 26) cannot tell; there `isEncryptionAvailable` alone decides. */
function linuxBackend(): string | null {
  if (process.platform !== 'linux') return null;
  const read = (safeStorage as Partial<typeof safeStorage>).getSelectedStorageBackend;
  return read === undefined ? null : read.call(safeStorage);
}
