import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Every file below a folder that holds one of the texts, plain, in two bytes a letter or in base64. */
export function filesHolding(folder: string, texts: readonly string[]): string[] {
  const forms = texts.flatMap((text) => [
    Buffer.from(text, 'utf8').toString('latin1'),
    Buffer.from(text, 'utf16le').toString('latin1'),
    Buffer.from(text).toString('base64'),
  ]);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile() === true)
    .filter((file) => {
      const content = readFileSync(file).toString('latin1');
      return forms.some((form) => content.includes(form));
    });
}
