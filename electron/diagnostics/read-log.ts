import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { logLevels } from '../../shared/domain/log-level.ts';
import type { LogEntry, LogPage, LogWish } from '../../shared/ipc/log-contract.ts';
import { createPause } from '../files/pause.ts';

/** The log of now, and the one before it, which is kept when it became too large. */
const files = ['main.old.log', 'main.log'] as const;

/** A line that begins an entry; lines that follow, as those of a stack, belong to it. */
const firstLine = /^\[(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3})\] \[(\w+)\]\s*(.*)$/;

/**
 * Reads what the log of this program holds. What it holds is redacted already; `redact` takes out what became a secret since: such a one
 * is not to be found either, since it could be guessed letter by letter.
 */
export function createLogReader(folder: string, redact: (text: string) => string) {
  return {
    async read({ level, text, limit }: LogWish): Promise<LogPage> {
      const wanted = text.trim().toLowerCase();
      const worst = logLevels.indexOf(level);
      const isWanted = (content: string) => content.toLowerCase().includes(wanted);
      const pause = createPause();
      const fitting: LogEntry[] = [];
      for (const name of files) {
        for (const entry of await entriesIn(await readIfThere(join(folder, 'logs', name)))) {
          await pause();
          if (logLevels.indexOf(entry.level) < worst || !isWanted(entry.text)) continue;
          if (wanted === '' || isWanted(redact(entry.text))) fitting.push(entry);
        }
      }
      const entries: LogEntry[] = [];
      for (const entry of fitting.slice(-limit).reverse()) {
        await pause();
        entries.push({ ...entry, text: redact(entry.text) });
      }
      return { entries, total: fitting.length };
    },
  };
}

export type LogReader = ReturnType<typeof createLogReader>;

/** Entries as one text, in the form of the file. */
export function writeEntries(newestFirst: readonly LogEntry[]): string {
  return [...newestFirst]
    .reverse()
    .map(({ at, level, text }) => `[${at}] [${level}] ${text}\n`)
    .join('');
}

export async function entriesIn(text: string): Promise<readonly LogEntry[]> {
  const pause = createPause();
  const entries: { at: string; level: LogEntry['level']; lines: string[] }[] = [];
  for (let from = 0; from < text.length; ) {
    await pause();
    const newline = text.indexOf('\n', from);
    const to = newline === -1 ? text.length : newline;
    const line = text.slice(from, to).replace(/\r$/, '');
    from = to + 1;
    const [, at, word, rest] = firstLine.exec(line) ?? [];
    const level = logLevels.find((candidate) => candidate === word);
    if (at !== undefined && level !== undefined) entries.push({ at, level, lines: [rest ?? ''] });
    // A line before the first entry is what is left of one that was cut off.
    else entries.at(-1)?.lines.push(line);
  }
  return entries.map(({ at, level, lines }) => ({ at, level, text: lines.join('\n').trimEnd() }));
}

async function readIfThere(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (problem) {
    // Not every log was ever too large; what cannot be read otherwise is said by whoever asked.
    if ((problem as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw problem;
  }
}
