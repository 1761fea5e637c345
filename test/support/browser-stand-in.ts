import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { temporaryFolder } from './temporary-folder.ts';

export interface BrowserStandIn {
  /** For the program that is to find it. */
  readonly env: { readonly PATH: string };
  /** What it was started with so far, oldest first: every start is a list of arguments. */
  opened(): readonly (readonly string[])[];
}

/** A program in the place of `xdg-open`: it writes down how it was started, and opens nothing. */
export function browserStandIn(): BrowserStandIn {
  const folder = temporaryFolder('browser');
  const list = join(folder, 'opened');
  const program = join(folder, 'xdg-open');
  // One write for each start, so that several at once stay apart.
  writeFileSync(program, `#!/bin/sh\nline=$(printf '%s\\t' "$@")\nprintf '%s\\n' "$line" >> '${list}'\n`);
  chmodSync(program, 0o755);
  return {
    env: { PATH: `${folder}${delimiter}${process.env['PATH'] ?? ''}` },
    opened: () =>
      existsSync(list)
        ? readFileSync(list, 'utf8')
            .split('\n')
            .filter((line) => line !== '')
            .map((line) => line.split('\t').filter((argument) => argument !== ''))
        : [],
  };
}
