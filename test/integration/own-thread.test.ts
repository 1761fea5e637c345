import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startThread } from '../../electron/own-thread.ts';
import { type Bundle, bundle } from '../support/bundle.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

let built: Bundle;
beforeAll(async () => {
  built = await bundle(new URL('../../electron/own-thread.ts', import.meta.url));
});
afterAll(() => built.remove());

function written(name: string, text: string): string {
  const file = join(temporaryFolder(), name);
  writeFileSync(file, text);
  return file;
}

it('a thread gets what it is to do, and no variable of the environment', async () => {
  const file = written(
    'tells.cjs',
    `const { parentPort, workerData } = require('node:worker_threads');
     parentPort.postMessage({ workerData, environment: { ...process.env } });`,
  );
  const thread = startThread(file, { job: 'look' });
  const told = await new Promise((resolve, reject) => thread.once('message', resolve).once('error', reject));
  expect(told).toEqual({ workerData: { job: 'look' }, environment: {} });
});

it('threads can be started while another one changes the environment', async () => {
  const program = written(
    'starts.mjs',
    `import { once } from 'node:events';
     import { SHARE_ENV, Worker } from 'node:worker_threads';
     import { startThread } from ${JSON.stringify(built.file)};
     const changing = \`for (;;) {
       const name = 'COMES_AND_GOES_' + Math.floor(Math.random() * 30);
       if (Math.random() < 0.5) process.env[name] = 'here'; else delete process.env[name];
     }\`;
     await once(new Worker(changing, { eval: true, env: SHARE_ENV }), 'online');
     for (let started = 0; started < 20; started += 1) await startThread(${JSON.stringify(written('empty.cjs', ''))}).terminate();
     console.log('all started');
     process.exit(0);`,
  );
  // So that a copy of them takes a while.
  const many = Object.fromEntries(Array.from({ length: 1000 }, (_, at) => [`VARIABLE_${at}`, 'some']));
  const { stdout } = await promisify(execFile)(process.execPath, [program], { env: many, timeout: 60_000 });
  expect(stdout).toBe('all started\n');
});
