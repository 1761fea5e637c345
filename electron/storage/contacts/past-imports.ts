import { z } from 'zod';
import { fromColumnText } from '../column-text.ts';
import type { Connection } from '../database.ts';

export interface PastImport {
  readonly id: string;
  readonly fileName: string;
  readonly atMs: number;
  /** Those of which taking it back would take something away. */
  readonly contacts: number;
}

/** Files that were brought in, the newest first. */
export interface PastImports {
  list(): readonly PastImport[];
}

const mostListed = 50;

const sql = `
  SELECT i.id, i.file_name, i.made_at_ms, 
    (SELECT count(*) FROM contacts AS c WHERE c.import_key = i.key AND c.import_key > 0)
      + (SELECT count(*) FROM contact_traces AS t WHERE t.import_key = i.key AND t.taken IS NOT NULL
        AND EXISTS (SELECT 1 FROM contacts AS c WHERE c.id = t.contact_id)) AS contacts
  FROM contact_imports AS i WHERE i.kind = 'file' AND i.state = 'done' ORDER BY i.key DESC LIMIT ${mostListed}`;

const rowSchema = z.object({
  id: z.string().transform(fromColumnText),
  file_name: z.string().transform(fromColumnText),
  made_at_ms: z.number(),
  contacts: z.number(),
});

export function createPastImports(connection: Connection): PastImports {
  const select = connection.prepare(sql);
  return {
    list: () =>
      select.all().flatMap((row) => {
        const parsed = rowSchema.safeParse(row);
        if (!parsed.success) return [];
        const { id, file_name, made_at_ms, contacts } = parsed.data;
        return { id, fileName: file_name, atMs: made_at_ms, contacts };
      }),
  };
}
