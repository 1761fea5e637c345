import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { parseSync } from 'vite';
import { describe, expect, it } from 'vitest';
import { en } from '../../renderer/text/en/index.ts';

const room = join(import.meta.dirname, '../../renderer');

function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesUnder(path) : [path];
  });
}

const files = filesUnder(room);
const sources = files.filter((file) => /\.tsx?$/.test(file));
const readAttributes = new Set([
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'title',
  'placeholder',
  'alt',
  'label',
]);

interface Node {
  readonly type: string;
  readonly [part: string]: unknown;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';
}

function walk(value: unknown, visit: (node: Node) => void): void {
  if (Array.isArray(value)) for (const item of value) walk(item, visit);
  if (!isNode(value)) return;
  visit(value);
  for (const part of Object.values(value)) walk(part, visit);
}

/** Words a person would read that stand in the code itself. */
function looseTexts(file: string, source: string): readonly string[] {
  const found: string[] = [];
  const note = (value: unknown) => {
    if (typeof value === 'string' && /\p{L}/u.test(value)) found.push(value.trim());
  };
  walk(parseSync(file, source).program, (node) => {
    if (node.type === 'JSXText') note(node['value']);
    if (node.type === 'JSXExpressionContainer' && isNode(node['expression'])) note(childText(node['expression']));
    if (node.type === 'JSXAttribute' && isNode(node['name']) && isNode(node['value'])) {
      if (readAttributes.has(String(node['name']['name']))) note(node['value']['value']);
    }
  });
  return found;
}

/** A literal between tags is text; in an attribute it is mostly a class or a key, so only sentences count. */
function childText(expression: Node): unknown {
  const text = expression.type === 'Literal' ? expression['value'] : null;
  return typeof text === 'string' && /\p{L}\s+\p{L}/u.test(text) ? text : null;
}

/** Keys that a file names whole, and, as patterns, those that it puts together from a beginning and a value. */
function keysNamed(file: string, source: string): readonly RegExp[] {
  const found: RegExp[] = [];
  const literal = (text: unknown) => String(text).replace(/[^\w/-]/g, '\\$&');
  walk(parseSync(file, source).program, (node) => {
    if (node.type === 'Literal' && /^\w+\.[\w./-]+$/.test(String(node['value']))) {
      found.push(new RegExp(`^${literal(node['value'])}$`));
    }
    if (node.type !== 'TemplateLiteral') return;
    const texts = (node['quasis'] as { value: { cooked: string } }[]).map(({ value }) => value.cooked);
    if (/^\w+\./.test(texts[0] ?? '')) found.push(new RegExp(`^${texts.map(literal).join('[^.]+')}$`));
  });
  return found;
}

function keysOf(tree: object, prefix = ''): readonly string[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [prefix + key] : keysOf(value, `${prefix}${key}.`),
  );
}

describe('the source of the window', () => {
  it('shows every text that is written for it', () => {
    const named = sources
      .filter((file) => !/text[\\/](?:en|fa)[\\/]/.test(file))
      .flatMap((file) => keysNamed(file, readFileSync(file, 'utf8')));
    expect(keysOf(en).filter((key) => !named.some((pattern) => pattern.test(key)))).toEqual([]);
  });

  it('would notice a text that nothing shows', () => {
    const named = keysNamed('a.tsx', `t('card.label'); t(\`card.step.\${kind}\`); t(\`errors.\${key}.message\`);`);
    const shown = (key: string) => named.some((pattern) => pattern.test(key));
    expect(['card.label', 'card.step.ended', 'errors.pbx-timeout/body.message'].every(shown)).toBe(true);
    expect(['card.label.long', 'card.steps', 'card.step', 'cardXlabel', 'errors.a.nextStep'].some(shown)).toBe(false);
  });

  it('keeps every word a person reads in text/', () => {
    const loose = sources
      .filter((file) => file.endsWith('.tsx') && !relative(room, file).startsWith('text'))
      .flatMap((file) =>
        looseTexts(file, readFileSync(file, 'utf8')).map((text) => `${relative(room, file)}: ${text}`),
      );
    expect(loose).toEqual([]);
  });

  it('would notice a loose word', () => {
    expect(looseTexts('a.tsx', 'const a = <b title="Close">Hang up {1} {"Good day"}</b>;')).toHaveLength(3);
  });

  it('names only classes that its style sheets have', () => {
    const missing = sources.flatMap((file) => {
      const source = readFileSync(file, 'utf8');
      const sheet = /from '(\.\/[\w-]+\.module\.css)'/.exec(source)?.[1];
      if (sheet === undefined) return [];
      const css = readFileSync(join(dirname(file), sheet), 'utf8');
      const named = [...source.matchAll(/\bcx\(([^)]*)\)/g)].flatMap((call) =>
        // What is compared with is no class.
        [...(call[1] ?? '').replace(/[!=]==\s*'[^']*'/g, '').matchAll(/'([\w-]+)'/g)].map((name) => name[1] ?? ''),
      );
      return named
        .filter((name) => !new RegExp(`\\.${name}\\b`).test(css))
        .map((name) => `${relative(room, file)}: ${name}`);
    });
    expect(missing).toEqual([]);
  });

  it('lays out by the direction of reading', () => {
    // The keypad and the number are never mirrored, so the key to erase may stand at the right.
    const physical =
      /(?:margin|padding|border)-(?:left|right)|text-align:\s*(?:left|right)|float:|^\s*(?:left|right):/m;
    const found = files.filter((file) => file.endsWith('.css') && physical.test(readFileSync(file, 'utf8')));
    expect(found.map((file) => relative(room, file))).toEqual(['features/keypad/key-button.module.css']);
  });
});
