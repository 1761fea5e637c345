import { z } from 'zod';
import type { LocalError } from '../../shared/errors.ts';
import type { CredentialStatus } from '../../shared/ipc/credentials-contract.ts';
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

const partSchema = z.enum(['pbx', 'listener']);
type Part = z.infer<typeof partSchema>;
const parts = partSchema.options;

const sealedSchema = z.object({ api: z.literal('safeStorage'), backend: text.nullable(), blob: text });
type Sealed = z.infer<typeof sealedSchema>;

/** `sealed` needs the key store named by `backend`; `plain` is written only after the user's explicit consent. */
const fileSchema = z.object({
  version: z.literal(1),
  sealed: sealedSchema.nullable(),
  /** What could not be opened when something newer was saved. */
  sealedBefore: sealedSchema.nullable().default(null),
  /** The parts that nobody saved since, which only the sealed one from before has. */
  onlyBefore: z.array(partSchema).default([]),
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
  sealedBefore: null,
  onlyBefore: [],
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
  let now = open(readFile(file, log), box, log);

  const writeOut = (next: Opened): Result<Record<string, never>, LocalError> => {
    try {
      const stored = toFile(next, box);
      if (stored === null) return fail({ code: 'secrets-not-saved' });
      file.write(stored);
      now = { ...next, stored, locked: next.locked && !(next.entered && protectionOf(stored, box) !== 'memory') };
      return succeed({});
    } catch (problem) {
      log.error('The credentials could not be written', { reason: String(problem) });
      return fail({ code: 'secrets-not-saved' });
    }
  };

  return {
    read: () => now.secrets,
    listenerIssued: () => now.stored.listenerIssued,
    status: () => ({
      protection: protectionOf(now.stored, box),
      backend: box.backend,
      hasUser: now.secrets.pbx.user !== '',
      hasPassword: now.secrets.pbx.password !== '',
      hasToken: now.secrets.pbx.token !== '',
      locked: now.locked,
    }),
    save: (change) =>
      writeOut({
        ...now,
        secrets: { ...now.secrets, ...change },
        closed: now.closed.filter((part) => change[part] === undefined),
        entered: true,
      }),
    allowUnprotected: (allowed) => writeOut({ ...now, stored: { ...now.stored, allowUnprotected: allowed } }),
  };
}

interface Opened {
  readonly stored: VaultFile;
  readonly secrets: Secrets;
  /** What is stored cannot be opened now. */
  readonly locked: boolean;
  /** The parts of which only what cannot be opened may know. */
  readonly closed: readonly Part[];
  /** There is something to write: what was stored was opened, or something was saved since. */
  readonly entered: boolean;
}

function protectionOf(stored: VaultFile, box: SecretBox): CredentialStatus['protection'] {
  return box.available ? 'keychain' : stored.allowUnprotected ? 'unprotected' : 'memory';
}

function toFile(next: Opened, box: SecretBox): VaultFile | null {
  const { stored, secrets } = next;
  const kept = { ...stored, listenerIssued: stored.listenerIssued || secrets.listener !== null };
  // Nothing was opened nor saved: empty credentials must not take the place of those that are there.
  if (!next.entered) return kept;
  const locked = next.locked && stored.sealed !== null;
  const opened = !locked && next.closed.length === 0;
  const aside = {
    ...kept,
    sealed: null,
    sealedBefore: locked ? stored.sealed : opened ? null : stored.sealedBefore,
    onlyBefore: [...next.closed],
  };
  switch (protectionOf(stored, box)) {
    case 'keychain': {
      const sealed = seal(secrets, box);
      return sealed === null ? null : { ...aside, sealed, plain: null };
    }
    case 'unprotected':
      return { ...aside, plain: secrets };
    case 'memory': {
      // Credentials that were dropped belong to another PBX: a later run must not take them up again.
      const dropped = locked && !next.closed.includes('pbx') && isEmpty(secrets.pbx);
      return { ...(dropped ? aside : kept), plain: null };
    }
  }
}

function readFile(file: JsonFile, log: Log): VaultFile {
  const content = file.read();
  if (Object.keys(content).length === 0) return emptyFile;
  const parsed = fileSchema.safeParse(content);
  if (parsed.success) return parsed.data;
  log.error('The credentials file has an unknown form; credentials must be entered again');
  return emptyFile;
}

function open(stored: VaultFile, box: SecretBox, log: Log): Opened {
  const newest = openNewest(stored, box, log);
  if (newest === null) return { stored, secrets: noSecrets, locked: true, closed: parts, entered: false };
  const before = stored.sealedBefore === null ? null : unseal(stored.sealedBefore, box);
  if (before === null) {
    return { stored, secrets: newest, locked: false, closed: stored.onlyBefore, entered: true };
  }
  const secrets = {
    pbx: stored.onlyBefore.includes('pbx') ? before.pbx : newest.pbx,
    listener: stored.onlyBefore.includes('listener') ? before.listener : newest.listener,
  };
  return { stored, secrets, locked: false, closed: [], entered: true };
}

/** Null: something is stored, but it cannot be opened now. */
function openNewest({ plain, sealed }: VaultFile, box: SecretBox, log: Log): Secrets | null {
  const nothing = plain === null || (isEmpty(plain.pbx) && plain.listener === null);
  // Readable ones are newer than sealed ones. Empty ones beside sealed ones were never entered by anybody.
  if (plain !== null && (sealed === null || !nothing)) return plain;
  if (sealed === null) return noSecrets;
  const opened = unseal(sealed, box);
  if (opened === null && box.available) {
    log.warn('The key store did not open the stored credentials; they are kept untouched', { backend: box.backend });
  }
  return opened;
}

function unseal(sealed: Sealed, box: SecretBox): Secrets | null {
  if (!box.available || sealed.backend !== box.backend) return null;
  try {
    return secretsSchema.parse(JSON.parse(box.open(sealed.blob)));
  } catch {
    return null;
  }
}

function isEmpty({ user, password, token }: Secrets['pbx']): boolean {
  return user === '' && password === '' && token === '';
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
