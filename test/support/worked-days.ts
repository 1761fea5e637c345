import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createCallRepository } from '../../electron/storage/calls/call-repository.ts';
import type { Call } from '../../shared/domain/call.ts';
import { aMinimalCall, aRecord } from './call-builders.ts';
import { seededRandom } from './seeded-random.ts';
import { mustOpen } from './temporary-database.ts';

const dayMs = 86_400_000;
/** How busy each hour from eight on is. */
const hours = [3, 7, 10, 9, 6, 2, 6, 8, 7, 3];

/** Calls of an agent on each of the last days, the last of them at `lastMs`, newest first. */
export function workedDays(days: number, lastMs: number, profile = 'main'): readonly Call[] {
  const random = seededRandom(7);
  const calls: Call[] = [];
  for (let day = 0; day < days; day += 1) {
    const morning = new Date(lastMs - day * dayMs).setHours(8, 0, 0, 0);
    hours.forEach((busy, hour) => {
      for (let at = 0; at < busy; at += 1) {
        const startedAtMs = morning + Math.floor((hour + random()) * 3_600_000);
        if (startedAtMs <= lastMs) calls.push(workedCall(`worked-${day}-${hour}-${at}`, startedAtMs, random, profile));
      }
    });
  }
  return calls.sort((a, b) => b.startedAtMs - a.startedAtMs);
}

/** A folder for the program, in which these calls are already. */
export function keepCalls(userDataDir: string, calls: readonly Call[]): void {
  mkdirSync(userDataDir, { recursive: true });
  const { connection, close } = mustOpen(join(userDataDir, 'dialdesk.sqlite'));
  const store = createCallRepository({ connection, reportUnreadableRow: () => undefined });
  store.saveAll(calls);
  close();
}

function workedCall(id: string, startedAtMs: number, random: () => number, profile: string): Call {
  const other = `0912${String(1_000_000 + Math.floor(random() * 90_000))}`;
  const came = random() < 0.4;
  const ending = random();
  const disposition = ending < 0.72 ? 'answered' : ending < 0.9 ? 'no-answer' : ending < 0.96 ? 'busy' : 'failed';
  const talkSeconds = disposition === 'answered' ? 10 + Math.floor(random() ** 2 * 600) : 0;
  const waitSeconds = 2 + Math.floor(random() * 18);
  const record = aRecord({
    disposition,
    talkSeconds,
    waitSeconds,
    totalSeconds: waitSeconds + talkSeconds,
    startedAtMs,
    endedAtMs: startedAtMs + (waitSeconds + talkSeconds) * 1000,
  });
  const parties = came ? { caller: other, callee: '557' } : { caller: '557', callee: other };
  const direction = came ? 'inbound' : 'outbound';
  return aMinimalCall({
    id,
    profile,
    agentNumber: '557',
    startedAtMs,
    direction,
    ...parties,
    records: { cdr: record },
  });
}
