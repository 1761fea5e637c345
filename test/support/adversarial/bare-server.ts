import { fork } from 'node:child_process';
import { once } from 'node:events';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { z } from 'zod';
import { temporaryFolder } from '../temporary-folder.ts';

const program = `
const { fdatasyncSync, openSync, writeSync } = require('node:fs');
const log = openSync(process.argv[2], 'a');
const keep = (body) => {
  writeSync(log, body);
  fdatasyncSync(log);
};
const server = require('node:http').createServer((request, response) => {
  request.on('data', keep).on('end', () => response.end());
});
server.listen(0, '127.0.0.1', () => process.send(server.address().port));
`;

/** The port of a server that only writes what it gets to the disk and answers: what that takes on this computer at this moment, any other takes as well. */
export async function startBareServer(): Promise<number> {
  const folder = temporaryFolder('bare-server');
  const file = join(folder, 'bare-server.cjs');
  writeFileSync(file, program);
  const child = fork(file, [join(folder, 'log')], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  onTestFinished(() => {
    child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });
  const [port]: unknown[] = await once(child, 'message');
  return z.number().parse(port);
}
