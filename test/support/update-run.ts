import { afterEach, beforeEach } from 'vitest';
import { UpdateFeed } from './update-feed.ts';
import { UpdatedProgram } from './updated-program.ts';

/** A newer version, long enough to come in many pieces. */
export const newer = Buffer.alloc(3 * 1024 * 1024, 'the newer version ');

/** For each test of a file a feed, and a program that knows it. */
export function updateRun(): { feed: UpdateFeed; program: UpdatedProgram } {
  const run = { feed: new UpdateFeed(), program: new UpdatedProgram() };
  beforeEach(async () => {
    run.program = new UpdatedProgram();
    run.feed = await new UpdateFeed().start();
  });
  afterEach(async () => {
    run.program.leave();
    await run.feed.stop();
  });
  return run;
}
