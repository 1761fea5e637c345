import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commands } from '../../shared/commands/commands.ts';
import { keyCaps, namedKeys } from '../../shared/commands/key-caps.ts';
import { listKeys } from '../../shared/commands/list-keys.ts';

const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8');

/** Keys in the table below the heading, as a reader sees them. */
function keysIn(text: string): readonly string[] {
  const section = /^## Keyboard$(.*?)(?=^## |(?![\s\S]))/ms.exec(text)?.[1] ?? '';
  const firstColumn = [...section.matchAll(/^\| (.*?) \|/gm)].map((row) => row[1] ?? '').join('\n');
  return [...firstColumn.matchAll(/<kbd>([^<]+)<\/kbd>/g)].map((key) =>
    (key[1] ?? '').replace('&lt;', '<').replace('&gt;', '>'),
  );
}

const known = [...commands, ...listKeys].flatMap(({ keys }) =>
  namedKeys(keys).map((press) => keyCaps(press, false).join('+')),
);

describe('the keys in the README', () => {
  test('are those that the program knows, all of them and each once', () => {
    const told = keysIn(readme);
    expect([...told].sort()).toEqual([...new Set(known)].sort());
  });

  test('would be found wrong where one is missing, or made up', () => {
    const table =
      '## Keyboard\n\n| key | does |\n|---|---|\n| <kbd>Ctrl+,</kbd>, <kbd>F1</kbd> | <kbd>no</kbd> |\n\n## Next\n\n| <kbd>x</kbd> |';
    expect(keysIn(table)).toEqual(['Ctrl+,', 'F1']);
    expect(known).toContain('Ctrl+J');
    expect(known).not.toContain('Ctrl+G');
  });
});
