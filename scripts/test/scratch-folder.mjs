import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { say, wasInterrupted } from '../bootstrap/run.mjs';

/**
 * A folder for all that a run of tests leaves behind: databases, user-data folders, sockets. It goes with the run, and stays for whoever
 * looks for the cause of a failure.
 *
 * @param {(folder: string) => Promise<number>} run answers its exit code
 */
export async function withScratchFolder(run) {
  const folder = mkdtempSync(join(tmpdir(), 'dialdesk-tests-'));
  const code = await run(folder);
  if (code !== 0 && !wasInterrupted()) say(`What the failed tests left behind is in ${folder}.`);
  // A process that was just ended may still write there.
  else rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  return code;
}
