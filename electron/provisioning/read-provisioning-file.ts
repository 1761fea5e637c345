import { readFileSync, statSync } from 'node:fs';
import type { SettingsError } from '../../shared/errors.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import { firstProblem } from '../../shared/settings/first-problem.ts';
import { type ProvisioningFile, provisioningSchema } from '../../shared/settings/provisioning-schema.ts';
import { certificateSetting, givenCertificate } from './given-certificate.ts';
import { problemInSystemFile } from './system-file-rules.ts';
import { isTrusted } from './trusted-file.ts';

const largestFileBytes = 256 * 1024;

/** What a file that anybody may start the program with does not say. */
const onlyForAll = {
  locked: 'only the file for the whole computer locks and hides',
  hidden: 'only the file for the whole computer locks and hides',
  updates: 'only the file for the whole computer says where updates come from',
} as const;

/** Reads the administrator's file; an error names the field, or says why the file cannot be read. */
export function readProvisioningFile(file: string): Result<ProvisioningFile, SettingsError> {
  const parsed = readFile(file);
  if (!parsed.ok) return parsed;
  const notHere = (['locked', 'hidden', 'updates'] as const).find((name) => parsed.value[name] !== undefined);
  if (notHere === undefined) return parsed;
  return fail({ code: 'provisioning-invalid', field: notHere, reason: onlyForAll[notHere] });
}

/** The first of these that is there; null: there is none, which is how most computers are. */
export function readSystemFile(
  places: readonly string[],
  platform: NodeJS.Platform,
): { readonly file: string; readonly content: Result<ProvisioningFile, SettingsError> } | null {
  for (const file of places) {
    const content = readTrusted(file, platform);
    if (content.ok || content.error.code !== 'provisioning-unreadable' || content.error.reason !== 'ENOENT') {
      return { file, content };
    }
  }
  return null;
}

function readTrusted(file: string, platform: NodeJS.Platform): Result<ProvisioningFile, SettingsError> {
  try {
    if (!isTrusted(file, platform)) {
      return fail({ code: 'provisioning-unreadable', file, reason: 'others-can-write' });
    }
  } catch (error) {
    return fail({ code: 'provisioning-unreadable', file, reason: reasonOf(error) });
  }
  const parsed = readFile(file);
  const problem = parsed.ok ? problemInSystemFile(parsed.value, platform) : null;
  return problem === null ? parsed : fail({ code: 'provisioning-invalid', ...problem });
}

function readFile(file: string): Result<ProvisioningFile, SettingsError> {
  const text = readText(file);
  if (!text.ok) return text;
  let content: unknown;
  try {
    content = JSON.parse(text.value.replace(/^\ufeff/, ''));
  } catch {
    return fail({ code: 'provisioning-unreadable', file, reason: 'not-json' });
  }
  const parsed = provisioningSchema.safeParse(content);
  if (!parsed.success) return fail({ code: 'provisioning-invalid', ...firstProblem(parsed.error) });
  const strange = parsed.data.pbx?.pinnedCertificate != null && givenCertificate(parsed.data) === null;
  if (!strange) return succeed(parsed.data);
  return fail({ code: 'provisioning-invalid', field: certificateSetting, reason: 'no certificate can be read in it' });
}

function readText(file: string): Result<string, SettingsError> {
  try {
    if (statSync(file).size > largestFileBytes) {
      return fail({ code: 'provisioning-unreadable', file, reason: 'too-large' });
    }
    return succeed(readFileSync(file, 'utf8'));
  } catch (error) {
    return fail({ code: 'provisioning-unreadable', file, reason: reasonOf(error) });
  }
}

export function reasonOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
}
