import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, vi } from 'vitest';
import type { Call } from '../../../shared/domain/call.ts';
import { bundle } from '../bundle.ts';
import { password, post, user } from '../event-fixtures-listener.ts';
import { answeredRecord } from '../event-shapes.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { type Health, healthSchema } from './self-watch.ts';

/** The listener of the program with its real storage, in a process of its own, as it was when it had warmed up. */
export interface DeskProcess {
  readonly port: number;
  readonly file: string;
  how(): Promise<Health>;
  setClockAhead(ms: number): Promise<void>;
  /** A call of the agent, as it is when the PBX has accepted it. */
  begin(call: Call): Promise<void>;
  /** The listener stops, and begins anew at the same port. */
  listenAgain(): Promise<void>;
  /** What has to hold of it after whatever was done to it. */
  expectUnharmed(): Promise<Health>;
}

const most = { lagP99Ms: 50, lagMaxMs: 250, grownBytes: 50 * 1024 * 1024 };

/** Built once for a file of tests; ends with the test. */
export async function startDeskProcess(): Promise<DeskProcess> {
  const folder = temporaryFolder('dialdesk-adversarial');
  const program = await bundle(new URL('../listening-program.ts', import.meta.url));
  const file = join(folder, 'dialdesk.db');
  const child = fork(program.file, [file, user, password], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    execArgv: ['--expose-gc'],
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
    program.remove();
    rmSync(folder, { recursive: true, force: true });
  });
  const said = watch(child);
  await vi.waitUntil(() => said.output.includes('\n') || child.exitCode !== null, { timeout: 20_000 });
  expect(said.complaints).toBe('');
  const port = Number(said.output);
  const how = () => ask(child, { how: true }).then((health) => healthSchema.parse(health));

  let good = 0;
  /** A call as any other, from its first event to its record. */
  const call = async () => {
    good += 1;
    const unique_id = `1999${good}.1`;
    const before = (await how()).calls;
    const ringing = {
      event_name: 'NewState',
      exten: '557',
      state: 'Ringing',
      participant: '09120000001',
      direction: 'in',
    };
    const record = { ...answeredRecord, src: '09120000001', dst: '557', type: 'incoming' };
    for (const event of [ringing, record]) {
      expect((await post(port, '/simotel', { ...event, unique_id })).status).toBe(200);
    }
    expect((await how()).calls).toBe(before + 1);
  };
  for (let at = 0; at < 20; at += 1) await call();
  const warm = await how();
  return {
    port,
    file,
    how,
    setClockAhead: async (clockAheadMs) => void (await ask(child, { clockAheadMs })),
    begin: async (askedFor) => void (await ask(child, { askedFor })),
    listenAgain: async () => void (await ask(child, { listenAgain: true })),
    async expectUnharmed() {
      expect(child.exitCode, said.complaints).toBeNull();
      const health = await how();
      expect(health.lagP99Ms).toBeLessThan(most.lagP99Ms);
      expect(health.lagMaxMs).toBeLessThan(most.lagMaxMs);
      expect(health.quickCheck).toBe('[{"quick_check":"ok"}]');
      await vi.waitUntil(async () => (await how()).sockets === 0, { timeout: 10_000, interval: 100 });
      await call();
      expect((await how()).heapBytes - warm.heapBytes).toBeLessThan(most.grownBytes);
      expect(said.complaints).toBe('');
      expect(said.output).toBe(`${port}\n`);
      return health;
    },
  };
}

function watch(child: ChildProcess): { output: string; complaints: string } {
  const said = { output: '', complaints: '' };
  child.stdout?.on('data', (chunk: Buffer) => {
    said.output += chunk.toString();
  });
  child.stderr?.on('data', (chunk: Buffer) => {
    said.complaints += chunk.toString();
  });
  return said;
}

async function ask(child: ChildProcess, question: Readonly<Record<string, unknown>>): Promise<unknown> {
  const left = new AbortController();
  const gone = once(child, 'exit', left).then(() => {
    throw new Error('The process ended by itself');
  });
  child.send(question);
  const [answer]: unknown[] = await Promise.race([once(child, 'message', left), gone]);
  // The loser of the race is given up, which is no failure of anything.
  gone.catch(() => undefined);
  left.abort();
  return answer;
}
