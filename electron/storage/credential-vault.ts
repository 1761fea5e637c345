import { z } from 'zod';
import type { LocalError } from '../../shared/errors.ts';
import type { CredentialStatus } from '../../shared/ipc/contract.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import type { Log } from '../logging/log.ts';
import type { JsonFile } from './json-file.ts';
import type { SecretBox } from './secret-box.ts';

const text = z.string();
const secretsSchema = z.object({
  pbx: z.object({ user: text, password: text, token: text }),
  listener: z.object({ user: text, password: text }).nullable(),
});
export type Secrets = z.infer<typeof secretsSchema>;

/** `sealed` needs the key store named by `backend`; `plain` is written only after the user's explicit consent. */
const fileSchema = z.object({
  version: z.literal(1),
  sealed: z.object({ api: z.literal('safeStorage'), backend: text.nullable(), blob: text }).nullable(),
  plain: secretsSchema.nullable(),
  allowUnprotected: z.boolean(),
  /** Credentials for the listener were given to somebody once: new ones may not be made up silently. */
  listenerIssued: z.boolean(),
});
type VaultFile = z.infer<typeof fileSchema>;

const noSecrets: Secrets = { pbx: { user: '', password: '', token: '' }, listener: null };
const emptyFile: VaultFile = {
  version: 1,
  sealed: null,
  plain: null,
  allowUnprotected: false,
  listenerIssued: false,
};

/**
 * Keeps the credentials: sealed by the key store; without one in memory for this run only, or, after an explicit opt-in, readable in
 * a file of its owner. What cannot be opened is never overwritten before the user saves anew.
 */
export interface CredentialVault {
  read(): Secrets;
  status(): CredentialStatus;
  listenerIssued(): boolean;
  save(change: Partial<Secrets>): Result<Record<string, never>, LocalError>;
  allowUnprotected(allowed: boolean): Result<Record<string, never>, LocalError>;
}

export function createCredentialVault(file: JsonFile, box: SecretBox, log: Log): CredentialVault {
  let stored = readFile(file, log);
  const opened = open(stored, box, log);
  let secrets = opened ?? noSecrets;
  let locked = opened === null;

  const protection = (): CredentialStatus['protection'] =>
    box.available ? 'keychain' : stored.allowUnprotected ? 'unprotected' : 'memory';

  const toFile = (): VaultFile | null => {
    const listenerIssued = stored.listenerIssued || secrets.listener !== null;
    switch (protection()) {
      case 'keychain': {
        const sealed = seal(secrets, box);
        return sealed === null ? null : { ...stored, sealed, plain: null, listenerIssued };
      }
      case 'unprotected':
        return { ...stored, plain: secrets, listenerIssued };
      case 'memory':
        return { ...stored, plain: null, listenerIssued };
    }
  };

  const writeOut = (): Result<Record<string, never>, LocalError> => {
    try {
      const next = toFile();
      if (next === null) return fail({ code: 'secrets-not-saved' });
      file.write(next);
      stored = next;
      return succeed({});
    } catch (problem) {
      log.error('The credentials could not be written', { reason: String(problem) });
      return fail({ code: 'secrets-not-saved' });
    }
  };

  return {
    read: () => secrets,
    listenerIssued: () => stored.listenerIssued,
    status: () => ({
      protection: protection(),
      backend: box.backend,
      hasUser: secrets.pbx.user !== '',
      hasPassword: secrets.pbx.password !== '',
      hasToken: secrets.pbx.token !== '',
      locked,
    }),
    save(change) {
      const before = secrets;
      secrets = { ...secrets, ...change };
      const written = writeOut();
      if (!written.ok) secrets = before;
      else if (protection() !== 'memory') locked = false;
      return written;
    },
    allowUnprotected(allowed) {
      const before = stored;
      stored = { ...stored, allowUnprotected: allowed };
      const written = writeOut();
      if (!written.ok) stored = before;
      return written;
    },
  };
}

function readFile(file: JsonFile, log: Log): VaultFile {
  const content = file.read();
  if (Object.keys(content).length === 0) return emptyFile;
  const parsed = fileSchema.safeParse(content);
  if (parsed.success) return parsed.data;
  log.error('The credentials file has an unknown form; credentials must be entered again');
  return emptyFile;
}

/** Null: something is stored, but it cannot be opened now. */
function open(stored: VaultFile, box: SecretBox, log: Log): Secrets | null {
  // Readable ones are newer than sealed ones: sealing removes them.
  if (stored.plain !== null) return stored.plain;
  if (stored.sealed === null) return noSecrets;
  if (!box.available || stored.sealed.backend !== box.backend) return null;
  try {
    return secretsSchema.parse(JSON.parse(box.open(stored.sealed.blob)));
  } catch {
    log.warn('The key store did not open the stored credentials; they are kept untouched', { backend: box.backend });
    return null;
  }
}

/** Opens again what was sealed before it replaces anything: some key stores hand out another key later. */
function seal(secrets: Secrets, box: SecretBox): VaultFile['sealed'] {
  try {
    const plain = JSON.stringify(secrets);
    const blob = box.seal(plain);
    return box.open(blob) === plain ? { api: 'safeStorage', backend: box.backend, blob } : null;
  } catch {
    return null;
  }
}
