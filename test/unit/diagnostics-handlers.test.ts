import { expect, it } from 'vitest';
import { createDiagnosticsHandlers } from '../../electron/ipc/diagnostics-handlers.ts';
import { createRedact } from '../../electron/logging/redact.ts';
import type { LogPage } from '../../shared/ipc/log-contract.ts';

const sender = { contentsId: 1 };
const wish = { level: 'info', text: '', limit: 10 } as const;

function setUp(page: LogPage | null) {
  const copied: string[] = [];
  const started: string[] = [];
  const handlers = createDiagnosticsHandlers(
    {
      doctor: { start: () => started.push('run'), last: () => null, reset: () => undefined },
      logReader: {
        async read() {
          if (page === null) throw new Error('EACCES');
          return page;
        },
      },
      redact: createRedact(() => ['c4n4ry']),
    },
    (text) => void copied.push(text),
  );
  return { handlers, copied, started };
}

it('no report goes to the clipboard with a secret or a full number, and what went there is answered', async () => {
  const { handlers, copied } = setUp(null);
  const answer = await handlers['doctor:copy']({ text: 'Account: c4n4ry may not call 09123456789' }, sender);
  expect(copied).toEqual(['Account: [masked] may not call ***789']);
  expect(answer).toEqual({ ok: true, value: { text: copied[0] } });
});

it('the log is copied oldest first, as it stands in its file', async () => {
  const entries = [
    { at: '2026-01-16 12:30:02.000', level: 'warn', text: 'second' },
    { at: '2026-01-16 12:30:01.000', level: 'info', text: 'first' },
  ] as const;
  const { handlers, copied } = setUp({ entries, total: 7 });
  expect(await handlers['log:read'](wish, sender)).toEqual({ ok: true, value: { entries, total: 7 } });
  expect(await handlers['log:copy'](wish, sender)).toEqual({ ok: true, value: { entries: 2 } });
  expect(copied).toEqual(['[2026-01-16 12:30:01.000] [info] first\n[2026-01-16 12:30:02.000] [warn] second\n']);
});

it('a log that cannot be read is told as such, and nothing is copied', async () => {
  const { handlers, copied } = setUp(null);
  for (const channel of ['log:read', 'log:copy'] as const) {
    expect(await handlers[channel](wish, sender)).toEqual({ ok: false, error: { code: 'not-found' } });
  }
  expect(copied).toEqual([]);
});

it('a run is begun when it is asked for', async () => {
  const { handlers, started } = setUp(null);
  expect(started).toEqual([]);
  await handlers['doctor:start']({}, sender);
  expect(started).toEqual(['run']);
  expect(await handlers['doctor:read']({}, sender)).toEqual({ ok: true, value: { last: null } });
});
