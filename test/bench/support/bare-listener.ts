import { join } from 'node:path';
import { _electron, expect } from '@playwright/test';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { electronExecutable } from './starts.ts';

/** The bare listener beside which ours is measured, with its window. */
export async function openBareListener() {
  const electron = await _electron.launch({
    executablePath: electronExecutable(),
    args: [join(import.meta.dirname, '..', 'bare-listener.cjs'), `--user-data-dir=${temporaryFolder()}`],
  });
  const page = await electron.firstWindow();
  const port = () => electron.evaluate(() => (globalThis as { port?: number }).port ?? 0);
  await expect.poll(port).toBeGreaterThan(0);
  return { electron, page, address: `http://127.0.0.1:${await port()}` };
}
