import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { LocalError } from '../../shared/errors.ts';
import type { CredentialStatus } from '../../shared/ipc/credentials-contract.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import { firstProfileId } from '../../shared/settings/profiles.ts';
import type { Log } from '../logging/log.ts';
import type { JsonFile } from './json-file.ts';
import type { SecretBox } from './secret-box.ts';
import {
  type Account,
  type AllSecrets,
  accountOf,
  firstPart,
  isEmpty,
  listenerPart,
  noSecrets,
  type Part,
  partOf,
  type Secrets,
  secretsSchema,
  withAccount,
} from './secrets.ts';

const text = z.string();
/** Of a SHA-256 in hexadecimal digits. */
const digestLength = 64;

/** Whose credentials are asked for, and whose there may be. */
export interface ProfilesInUse {
  active(): string;
  all(): readonly string[];
}
const onlyFirst: ProfilesInUse = { active: () => firstProfileId, all: () => [firstProfileId] };

const sealedSchema = z.object({ api: z.literal('safeStorage'), backend: text.nullable(), blob: text });
type Sealed = z.infer<typeof sealedSchema>;

/** `sealed` needs the key store named by `backend`; `plain` is written only after the user's explicit consent. */
const fileSchema = z.object({
  version: z.literal(1),
  sealed: sealedSchema.nullable(),
  /** What could not be opened when something newer was saved. */
  sealedBefore: sealedSchema.nullable().default(null),
  /** The parts that nobody saved since, which only the sealed one from before has. */
  onlyBefore: z.array(text).default([]),
  plain: secretsSchema.nullable(),
  allowUnprotected: z.boolean(),
  /** Credentials for the listener were given to somebody once: new ones may not be made up silently. */
  listenerIssued: z.boolean(),
});
type VaultFile = z.infer<typeof fileSchema>;

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
  /** What may never be shown, whichever profile is active. */
  readAll(): { readonly accounts: readonly Account[]; readonly listener: Secrets['listener'] };
  status(): CredentialStatus;
  listenerIssued(): boolean;
  save(change: Partial<Secrets>): Result<Record<string, never>, LocalError>;
  /** Gives another profile the credentials of the active one, for the same PBX. */
  copyTo(profile: string): Result<Record<string, never>, LocalError>;
  /** The profile was deleted, and its credentials with it. */
  forget(profile: string): Result<Record<string, never>, LocalError>;
  /** Somebody agreed, whether or not it is needed now. */
  allowsUnprotected(): boolean;
  allowUnprotected(allowed: boolean): Result<Record<string, never>, LocalError>;
}

export function createCredentialVault(
  file: JsonFile,
  box: SecretBox,
  log: Log,
  profiles: ProfilesInUse = onlyFirst,
): CredentialVault {
  let now = open(readFile(file, log), box, log, [...profiles.all().map(partOf), listenerPart]);
  const account = () => accountOf(now.secrets, partOf(profiles.active()));

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

  /** What was saved is known now, whatever cannot be opened may say of it. */
  const keep = (part: Part, secrets: AllSecrets) =>
    writeOut({ ...now, secrets, closed: now.closed.filter((closed) => closed !== part), entered: true });

  return {
    read: () => ({ pbx: account(), listener: now.secrets.listener }),
    readAll: () => ({
      accounts: [now.secrets.pbx, ...Object.values(now.secrets.others)],
      listener: now.secrets.listener,
    }),
    listenerIssued: () => now.stored.listenerIssued,
    status: () => ({
      protection: protectionOf(now.stored, box),
      backend: box.backend,
      hasUser: account().user !== '',
      hasPassword: account().password !== '',
      hasToken: account().token !== '',
      locked: now.locked,
    }),
    save({ pbx, listener }) {
      const part = partOf(profiles.active());
      const saved = [...(pbx === undefined ? [] : [part]), ...(listener === undefined ? [] : [listenerPart])];
      const secrets = pbx === undefined ? now.secrets : withAccount(now.secrets, part, pbx);
      return writeOut({
        ...now,
        secrets: listener === undefined ? secrets : { ...secrets, listener },
        closed: now.closed.filter((closed) => !saved.includes(closed)),
        entered: true,
      });
    },
    copyTo: (profile) => keep(partOf(profile), withAccount(now.secrets, partOf(profile), account())),
    forget: (profile) => keep(partOf(profile), withAccount(now.secrets, partOf(profile), null)),
    allowsUnprotected: () => now.stored.allowUnprotected,
    allowUnprotected: (allowed) => writeOut({ ...now, stored: { ...now.stored, allowUnprotected: allowed } }),
  };
}

interface Opened {
  readonly stored: VaultFile;
  readonly secrets: AllSecrets;
  /** Of which there may have been something at the start. */
  readonly parts: readonly Part[];
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
      const isDropped = (part: Part) =>
        part !== listenerPart && !next.closed.includes(part) && isEmpty(accountOf(secrets, part));
      const dropped = locked && next.parts.some(isDropped);
      return { ...(dropped ? aside : kept), plain: null };
    }
  }
}

function readFile(file: JsonFile, log: Log): VaultFile {
  const content = file.read();
  if (Object.keys(content).length === 0) return emptyFile;
  const parsed = fileSchema.safeParse(content);
  if (parsed.success) return parsed.data;
  // What was sealed is as good as it was, whatever became of the words around it; consent to readable ones is not taken from there.
  const sealed = sealedSchema.safeParse(content['sealed']);
  log.error('The credentials file has an unknown form', { sealed: sealed.success });
  if (!sealed.success) return emptyFile;
  return { ...emptyFile, sealed: sealed.data, listenerIssued: content['listenerIssued'] !== false };
}

function open(stored: VaultFile, box: SecretBox, log: Log, parts: readonly Part[]): Opened {
  const newest = openNewest(stored, box, log);
  if (newest === null) return { stored, secrets: noSecrets, parts, locked: true, closed: parts, entered: false };
  const before = stored.sealedBefore === null ? null : unseal(stored.sealedBefore, box);
  if (before === null) {
    return { stored, secrets: newest, parts, locked: false, closed: stored.onlyBefore, entered: true };
  }
  const { onlyBefore } = stored;
  const others = Object.entries(newest.others).filter(([part]) => !onlyBefore.includes(part));
  const othersBefore = Object.entries(before.others).filter(([part]) => onlyBefore.includes(part));
  const secrets = {
    pbx: onlyBefore.includes(firstPart) ? before.pbx : newest.pbx,
    others: Object.fromEntries([...others, ...othersBefore]),
    listener: onlyBefore.includes(listenerPart) ? before.listener : newest.listener,
  };
  return { stored, secrets, parts, locked: false, closed: [], entered: true };
}

/** Null: something is stored, but it cannot be opened now. */
function openNewest({ plain, sealed }: VaultFile, box: SecretBox, log: Log): AllSecrets | null {
  const nothing =
    plain === null || (isEmpty(plain.pbx) && Object.values(plain.others).every(isEmpty) && plain.listener === null);
  // Readable ones are newer than sealed ones. Empty ones beside sealed ones were never entered by anybody.
  if (plain !== null && (sealed === null || !nothing)) return plain;
  if (sealed === null) return noSecrets;
  const opened = unseal(sealed, box);
  if (opened === null && box.available) {
    log.warn('The key store did not open the stored credentials; they are kept untouched', { backend: box.backend });
  }
  return opened;
}

function unseal(sealed: Sealed, box: SecretBox): AllSecrets | null {
  if (!box.available || sealed.backend !== box.backend) return null;
  try {
    return secretsSchema.parse(JSON.parse(withoutCheck(box.open(sealed.blob))));
  } catch {
    return null;
  }
}

/** Opens again what was sealed before it replaces anything: some key stores hand out another key later. */
function seal(secrets: AllSecrets, box: SecretBox): VaultFile['sealed'] {
  try {
    const plain = withCheck(JSON.stringify(secrets));
    const blob = box.seal(plain);
    return box.open(blob) === plain ? { api: 'safeStorage', backend: box.backend, blob } : null;
  } catch {
    return null;
  }
}

const digestOf = (json: string) => createHash('sha256').update(json).digest('hex');

/** Some key stores open what was damaged as if nothing was, with other letters in the middle of a password. */
const withCheck = (json: string) => `${digestOf(json)}${json}`;

/** Throws for what is not as it was sealed; an earlier version sealed it without a check. */
function withoutCheck(text: string): string {
  if (text.startsWith('{')) return text;
  const json = text.slice(digestLength);
  if (text.slice(0, digestLength) !== digestOf(json)) throw new Error('damaged');
  return json;
}
