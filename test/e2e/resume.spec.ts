import { expect, test } from '@playwright/test';
import { openDesk } from '../support/desk.ts';

test('a computer that wakes up asks the PBX anew', async () => {
  const desk = await openDesk();
  const pings = () => desk.pbx.requests.filter(({ path }) => path.endsWith('/ping/act')).length;
  await expect.poll(async () => (await desk.app.state()).pbx.state).toBe('reached');
  const before = pings();
  expect(before).toBeGreaterThan(0);
  await desk.app.electron.evaluate(({ powerMonitor }) => void powerMonitor.emit('resume'));
  await expect.poll(pings).toBe(before + 1);
  await desk.leave();
});
