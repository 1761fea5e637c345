import { closeSync, fstatSync, openSync, readFileSync, unlinkSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, resolve } from 'node:path';
import type { ProvisioningFile, SecretReference } from '../../shared/settings/provisioning-schema.ts';
import { reasonOf } from './read-provisioning-file.ts';
import { isOwnersAlone } from './trusted-file.ts';

export const secretNames = ['pbx.user', 'pbx.password', 'pbx.token', 'listener.user', 'listener.password'] as const;
export type SecretName = (typeof secretNames)[number];

export interface FoundSecret {
  readonly text: string;
  /** The file that it came out of, which is to go when the secret is kept. */
  readonly oneTimeFile: string | null;
}

/** A one-time file that is still there, and why. */
export interface SecretFileProblem {
  readonly file: string;
  readonly problem: 'not-read' | 'not-kept' | 'not-removed';
  readonly reason: string;
}

export interface FoundSecrets {
  readonly found: ReadonlyMap<SecretName, FoundSecret>;
  /** Variables that the file names and this run does not have. */
  readonly missingVariables: readonly string[];
  readonly problems: readonly SecretFileProblem[];
}

const longestSecretBytes = 1024;

/** Follows the references in an administrator's file. A one-time file that is not there was taken before. */
export function findSecrets(
  content: ProvisioningFile,
  from: {
    readonly file: string;
    readonly variables: ReadonlyMap<string, string>;
    readonly platform: NodeJS.Platform;
  },
): FoundSecrets {
  const found = new Map<SecretName, FoundSecret>();
  const missingVariables: string[] = [];
  const problems: SecretFileProblem[] = [];
  for (const name of secretNames) {
    const given = givenFor(content, name);
    if (given === undefined) continue;
    if (typeof given === 'string') found.set(name, { text: given, oneTimeFile: null });
    else if ('env' in given) {
      const text = from.variables.get(given.env) ?? '';
      if (text === '') missingVariables.push(given.env);
      else found.set(name, { text, oneTimeFile: null });
    } else {
      const file = placeOf(given.oneTimeFile, from.file);
      const read = readOnce(file, from.platform);
      if (read.ok) found.set(name, { text: read.text, oneTimeFile: file });
      else if (read.reason !== 'ENOENT') problems.push({ file, problem: 'not-read', reason: read.reason });
    }
  }
  return { found, missingVariables, problems };
}

/** Null: it is gone. */
export function removeFile(file: string): string | null {
  try {
    unlinkSync(file);
    return null;
  } catch (error) {
    const reason = reasonOf(error);
    return reason === 'ENOENT' ? null : reason;
  }
}

function givenFor({ pbx, listener }: ProvisioningFile, name: SecretName): string | SecretReference | undefined {
  switch (name) {
    case 'pbx.user':
      return pbx?.user;
    case 'pbx.password':
      return pbx?.password;
    case 'pbx.token':
      return pbx?.token;
    case 'listener.user':
      return listener?.user;
    case 'listener.password':
      return listener?.password;
  }
}

function placeOf(path: string, beside: string): string {
  const home = /^~[/\\]/.test(path);
  return home ? resolve(homedir(), path.slice(2)) : resolve(dirname(beside), path);
}

type ReadOnce = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly reason: string };

/** One line of text, written by nobody but the person or the administrator. What is checked is what is read. */
function readOnce(file: string, platform: NodeJS.Platform): ReadOnce {
  let opened: number | null = null;
  try {
    opened = openSync(file, 'r');
    const stats = fstatSync(opened);
    if (!stats.isFile()) return { ok: false, reason: 'not-a-file' };
    if (!isOwnersAlone(stats, platform)) return { ok: false, reason: 'others-can-write' };
    if (stats.size > longestSecretBytes) return { ok: false, reason: 'too-large' };
    const text = readFileSync(opened, 'utf8')
      .replace(/^\ufeff/, '')
      .replace(/\r?\n$/, '');
    return text === '' ? { ok: false, reason: 'empty' } : { ok: true, text };
  } catch (error) {
    return { ok: false, reason: reasonOf(error) };
  } finally {
    if (opened !== null) closeSync(opened);
  }
}
