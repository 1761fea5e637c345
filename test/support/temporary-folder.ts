import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A fresh folder, so that no test sees what another left behind. */
export function temporaryFolder(name = 'dialdesk'): string {
  return mkdtempSync(join(tmpdir(), `${name}-`));
}
