import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { formsOf } from './text-forms.ts';

/** Every file below a folder that holds one of the texts in any of its forms. */
export function filesHolding(folder: string, texts: readonly string[]): string[] {
  const forms = texts.flatMap(formsOf);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile() === true)
    .filter((file) => {
      const content = readFileSync(file).toString('latin1');
      return forms.some((form) => content.includes(form));
    });
}
