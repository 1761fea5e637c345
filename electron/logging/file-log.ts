import { join } from 'node:path';
import { ipcMain } from 'electron';
import electronLog from 'electron-log/main';
import type { Log } from './log.ts';
import { toLogText } from './redact.ts';

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
  logger.hooks.push((message) => ({ ...message, data: message.data.map((part) => toLogText(part, redact)) }));
  const asIs = (text: string) => text;
  const write = (level: 'info' | 'warn' | 'error') => (text: string, data?: Readonly<Record<string, unknown>>) =>
    logger[level](data === undefined ? text : `${text} ${toLogText(data, asIs)}`);
  return { info: write('info'), warn: write('warn'), error: write('error') };
}
