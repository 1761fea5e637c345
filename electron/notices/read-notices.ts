import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { type Notice, noticeSchema } from '../../shared/ipc/notices-contract.ts';

const fileSchema = z.array(noticeSchema).readonly();

/** The packages that this program is built on, by name, as the build wrote them down beside it. Rejects where the file is not as it was built. */
export async function readNotices(file: string): Promise<readonly Notice[]> {
  return fileSchema.parse(JSON.parse(await readFile(file, 'utf8')));
}
