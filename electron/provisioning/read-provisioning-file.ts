import { readFileSync, statSync } from 'node:fs';
import type { SettingsError } from '../../shared/errors.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import { firstProblem } from '../../shared/settings/first-problem.ts';
import { type ProvisioningFile, provisioningSchema } from '../../shared/settings/provisioning-schema.ts';

const largestFileBytes = 256 * 1024;

/** Reads the administrator's file; an error names the field, or says why the file cannot be read. */
export function readProvisioningFile(file: string): Result<ProvisioningFile, SettingsError> {
  const text = readText(file);
  if (!text.ok) return text;
  let content: unknown;
  try {
    content = JSON.parse(text.value.replace(/^\ufeff/, ''));
  } catch {
    return fail({ code: 'provisioning-unreadable', file, reason: 'not-json' });
  }
  const parsed = provisioningSchema.safeParse(content);
  if (parsed.success) return succeed(parsed.data);
  return fail({ code: 'provisioning-invalid', ...firstProblem(parsed.error) });
}

function readText(file: string): Result<string, SettingsError> {
  try {
    if (statSync(file).size > largestFileBytes) {
      return fail({ code: 'provisioning-unreadable', file, reason: 'too-large' });
    }
    return succeed(readFileSync(file, 'utf8'));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
    return fail({ code: 'provisioning-unreadable', file, reason: code });
  }
}
