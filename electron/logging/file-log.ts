import { join } from 'node:path';
import { ipcMain } from 'electron';
import electronLog from 'electron-log/main';
import type { Log } from './log.ts';

const largestFileBytes = 1024 * 1024;

/** Writes to `logs/main.log` in the user-data folder and to standard error, each line through `redact`. */
export function createFileLog(folder: string, redact: (text: string) => string): Log {
  const logger = electronLog.create({ logId: 'main' });
  logger.transports.file.resolvePathFn = () => join(folder, 'logs', 'main.log');
  logger.transports.file.maxSize = largestFileBytes;
  logger.transports.console.level = 'warn';
  logger.transports.ipc.level = false;
  // electron-log opens a channel for pages to log through; ours have the guarded router only.
  ipcMain.removeAllListeners('__ELECTRON_LOG__');
  // A hook sees a line before every transport: nothing can be written around it.
  logger.hooks.push((message) => ({ ...message, data: message.data.map((part) => redact(toText(part))) }));
  const write = (level: 'info' | 'warn' | 'error') => (text: string, data?: Readonly<Record<string, unknown>>) =>
    logger[level](data === undefined ? text : `${text} ${JSON.stringify(data)}`);
  return { info: write('info'), warn: write('warn'), error: write('error') };
}

function toText(part: unknown): string {
  if (typeof part === 'string') return part;
  return part instanceof Error ? (part.stack ?? part.message) : JSON.stringify(part);
}
