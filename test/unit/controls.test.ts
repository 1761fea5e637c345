import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { controls } from '../../scripts/controls/controls.mjs';
import { withoutPiece } from '../../scripts/controls/tree.mjs';

const root = join(import.meta.dirname, '..', '..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');

describe('the controls that tests are proved by', () => {
  test('are all those that keep the program safe', () => {
    const names = controls.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toEqual(
      expect.arrayContaining([
        'CSP',
        'sender check',
        'redirect refusal',
        'FULL sync',
        'acknowledge after commit',
        'Host check',
        'certificate pin',
        'depth limit',
        'body limit',
        'auth compare',
        'permission request handler',
        'permission check handler',
        'navigation guard',
        'link confirm',
        'double-dial guard, one intent',
        'redaction',
      ]),
    );
  });

  test.each(controls.map((control) => [control.name, control] as const))(
    '%s can be taken out',
    (name, { cuts, proof }) => {
      for (const cut of cuts) expect(withoutPiece(read(cut.file), cut, name)).not.toBe(read(cut.file));
      expect(read(proof.file)).not.toBe('');
    },
  );

  test('what is cut has to stand there once', () => {
    const cut = { file: 'a.ts', from: 'lock();', to: '' };
    expect(withoutPiece('open(); lock();', cut, 'lock')).toBe('open(); ');
    expect(() => withoutPiece('open();', cut, 'lock')).toThrow('lock: this does not stand exactly once in a.ts');
    expect(() => withoutPiece('lock(); lock();', cut, 'lock')).toThrow('exactly once');
  });
});
