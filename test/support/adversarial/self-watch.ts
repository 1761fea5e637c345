import { z } from 'zod';
import type { OpenedDatabase } from '../../../electron/storage/database.ts';
import type { Call } from '../../../shared/domain/call.ts';
import { callSchema } from '../../../shared/ipc/call-schema.ts';
import type { ListenerStatus } from '../../../shared/ipc/listener-contract.ts';
import { watchOwnLag } from './own-lag.ts';

export const healthSchema = z.object({
  lagP99Ms: z.number(),
  lagMaxMs: z.number(),
  /** After what nobody needs was thrown away. */
  heapBytes: z.number(),
  residentBytes: z.number(),
  /** Connections that are open, the one to whoever asks not among them. */
  sockets: z.number(),
  quickCheck: z.string(),
  stored: z.number(),
  calls: z.number(),
  rejected: z.record(z.string(), z.number()),
});
export type Health = z.infer<typeof healthSchema>;

const questionSchema = z.union([
  z.object({ how: z.literal(true) }),
  z.object({ clockAheadMs: z.number() }),
  z.object({ askedFor: callSchema }),
  z.object({ listenAgain: z.literal(true) }),
]);

/** Does what whoever started this process wishes, and tells how it is, when asked; the lag is that since the question before. */
export function answerHow(deps: {
  readonly connection: OpenedDatabase['connection'];
  readonly status: () => ListenerStatus;
  readonly setClockAhead: (ms: number) => void;
  readonly begin: (call: Call) => void;
  readonly listenAgain: () => Promise<void>;
}): void {
  if (process.send === undefined) return;
  const lag = watchOwnLag();
  const count = (table: 'inbox' | 'calls') => {
    const row: unknown = deps.connection.prepare(`SELECT count(*) AS n FROM ${table}`).get();
    return Number(Reflect.get(Object(row), 'n'));
  };
  const how = (): Health => {
    const { p99Ms: lagP99Ms, maxMs: lagMaxMs } = lag.read();
    globalThis.gc?.();
    const { heapUsed, rss } = process.memoryUsage();
    const health = {
      lagP99Ms,
      lagMaxMs,
      heapBytes: heapUsed,
      residentBytes: rss,
      sockets: process.getActiveResourcesInfo().filter((resource) => resource === 'TCPSocketWrap').length,
      quickCheck: JSON.stringify(deps.connection.prepare('PRAGMA quick_check').all()),
      stored: count('inbox'),
      calls: count('calls'),
      rejected: { ...deps.status().rejected },
    };
    // This look has kept others waiting as well, which is known only at the next turn.
    setTimeout(() => lag.restart(), 20);
    return health;
  };
  const obey = async (message: unknown) => {
    const question = questionSchema.parse(message);
    if ('how' in question) return how();
    if ('clockAheadMs' in question) deps.setClockAhead(question.clockAheadMs);
    else if ('askedFor' in question) deps.begin(question.askedFor);
    else await deps.listenAgain();
    return {};
  };
  process.on('message', (message) => void obey(message).then((answer) => process.send?.(answer)));
}
