import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createLogReader, entriesIn, writeEntries } from '../../electron/diagnostics/read-log.ts';
import { createHideSecrets } from '../../electron/logging/redact.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const line = (second: number, level: string, text: string) =>
  `[2026-01-16 12:30:${String(second).padStart(2, '0')}.000] [${level}] ${level.length === 4 ? ' ' : ''}${text}\n`;

function logOf(files: Readonly<Record<string, string>>) {
  const folder = temporaryFolder();
  folders.push(folder);
  mkdirSync(join(folder, 'logs'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, 'logs', name), text);
  return createLogReader(
    folder,
    createHideSecrets(() => ['l4t3-s3cr3t']),
  );
}

const everything = { level: 'info', text: '', limit: 100 } as const;

describe('the log', () => {
  it('is read newest first, with what stands in the file before', async () => {
    const reader = logOf({
      'main.old.log': line(1, 'info', 'began') + line(2, 'error', 'broke\n    at a.ts:1:2\n    at b.ts:3:4'),
      'main.log': line(3, 'warn', 'slow') + line(4, 'info', 'ended'),
    });
    const { entries, total } = await reader.read(everything);
    expect(total).toBe(4);
    expect(entries.map(({ level, text }) => [level, text])).toEqual([
      ['info', 'ended'],
      ['warn', 'slow'],
      ['error', 'broke\n    at a.ts:1:2\n    at b.ts:3:4'],
      ['info', 'began'],
    ]);
    expect(entries[0]?.at).toBe('2026-01-16 12:30:04.000');
  });

  it('is narrowed down by level and by text, also by that of a stack, and cut at the limit', async () => {
    const reader = logOf({
      'main.log':
        line(1, 'info', 'one') +
        line(2, 'warn', 'Two') +
        line(3, 'error', 'three\n    at Place') +
        line(4, 'info', 'two'),
    });
    const texts = async (wish: Partial<Parameters<typeof reader.read>[0]>) =>
      (await reader.read({ ...everything, ...wish })).entries.map(({ text }) => text.split('\n')[0]);
    expect(await texts({ level: 'warn' })).toEqual(['three', 'Two']);
    expect(await texts({ level: 'error' })).toEqual(['three']);
    expect(await texts({ text: ' tWo ' })).toEqual(['two', 'Two']);
    expect(await texts({ text: 'place' })).toEqual(['three']);
    expect(await texts({ text: 'nobody' })).toEqual([]);
    expect(await reader.read({ ...everything, limit: 1 })).toMatchObject({ entries: [{ text: 'two' }], total: 4 });
  });

  it('hides what became a secret after it was written', async () => {
    const reader = logOf({ 'main.log': line(1, 'info', 'tried with l4t3-s3cr3t') });
    const { entries } = await reader.read(everything);
    expect(JSON.stringify(entries)).not.toContain('l4t3-s3cr3t');
    expect(entries[0]?.text).toContain('[masked]');
    for (const text of ['l4t3', 'l4t3-s3cr3t']) {
      expect(await reader.read({ ...everything, text })).toEqual({ entries: [], total: 0 });
    }
    expect(await reader.read({ ...everything, text: 'Tried' })).toMatchObject({ entries: [{}], total: 1 });
  });

  it('is empty where nothing was written yet, and says when it cannot be read', async () => {
    expect(await logOf({}).read(everything)).toEqual({ entries: [], total: 0 });
    const folder = temporaryFolder();
    folders.push(folder);
    mkdirSync(join(folder, 'logs', 'main.log'), { recursive: true });
    await expect(createLogReader(folder, String).read(everything)).rejects.toThrow();
  });

  it('passes over what is left of an entry that was cut off, and is copied in the form of the file', async () => {
    const text = line(1, 'info', 'one') + line(2, 'error', 'two\n    at c');
    const entries = await entriesIn(`    at nothing\n${text}`);
    expect(entries).toHaveLength(2);
    expect(await entriesIn(writeEntries([...entries].reverse()))).toEqual(entries);
  });

  it('lets others have their turn while much of it is read', async () => {
    const text = line(1, 'info', 'x'.repeat(60)).repeat(60_000);
    let turns = 0;
    const count = () => {
      turns += 1;
      timer = setImmediate(count);
    };
    let timer = setImmediate(count);
    const entries = await entriesIn(text);
    clearImmediate(timer);
    expect(entries).toHaveLength(60_000);
    expect(turns).toBeGreaterThan(0);
  });
});
