import type { z } from 'zod';

/** The first problem in words of the field's path, e.g. `identity.countryCode`. */
export function firstProblem(error: z.ZodError): { readonly field: string; readonly reason: string } {
  const issue = error.issues.at(0);
  if (issue === undefined) return { field: '', reason: 'invalid' };
  const unknownKey = issue.code === 'unrecognized_keys' ? issue.keys.at(0) : undefined;
  const path = unknownKey === undefined ? issue.path : [...issue.path, unknownKey];
  return { field: path.map(String).join('.'), reason: issue.message };
}
