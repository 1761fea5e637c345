import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { asAppImage } from '../support/app-image.ts';
import { openDesk } from '../support/desk.ts';
import { comeTo } from '../support/hold-call.ts';
import { whyNoOwnSystem } from '../support/own-system.ts';
import { openSettings } from '../support/set-up-steps.ts';
import { manifest, packageName, runningVersion, UpdateFeed } from '../support/update-feed.ts';

// Only root can lay the file that sets the feed over /etc for one process; elsewhere the reason is told with the skipped tests.
const impossible = whyNoOwnSystem();
test.skip(impossible !== null, impossible ?? '');

const newer = Buffer.alloc(2 * 1024 * 1024, 'the newer version ');
let feed: UpdateFeed;

test.beforeEach(async () => {
  feed = await new UpdateFeed().start();
});
test.afterEach(() => feed.stop());

const lookFor = (page: Page) => page.getByRole('button', { name: 'Look for a newer version' });
const updateStatus = (page: Page) => page.getByRole('tabpanel').getByRole('status');

test('what the feed gets wrong is said and harms nothing; what was fetched waits while a call is under way', async () => {
  feed.offer('9.0.0', newer).put(manifest, 'version: 9.9.9\n');
  const { appImage, launch } = asAppImage(feed.settings);
  const desk = await openDesk({ launch });
  const { page } = desk;
  await openSettings(page, 'Updates');
  await expect(updateStatus(page)).toContainText('Not asked yet');
  await expect(page.locator('[data-setting="updates.feed"]')).toContainText(feed.settings.feed);
  // Only who sets up the computer says where programs come from: the window cannot even ask for it.
  const asked = await page.evaluate(() =>
    window.dialer.request('settings:update', { updates: { feed: 'https://evil.example/' } } as never),
  );
  expect(asked.ok).toBe(false);

  await lookFor(page).click();
  await expect(updateStatus(page)).toContainText('Failed');
  await expect(updateStatus(page)).toContainText('has a wrong signature; nothing was taken');
  expect(feed.asked.some((path) => path.endsWith(packageName))).toBe(false);

  await comeTo(desk, 'ringingCaller', '09121234567');
  feed.offer('9.0.0', newer);
  await openSettings(page, 'Updates');
  await lookFor(page).click();
  await expect(updateStatus(page)).toContainText('Ready');
  await desk.leave();
  expect(readFileSync(appImage, 'utf8')).toBe(runningVersion);
});

test('a newer version is fetched, told quietly, and takes the place of the program when the agent quits', async () => {
  feed.offer('9.0.0', newer);
  const { appImage, launch } = asAppImage(feed.settings);
  const desk = await openDesk({ launch });
  const { page } = desk;
  await openSettings(page, 'Updates');
  await lookFor(page).click();
  await expect(updateStatus(page)).toContainText(/Ready.*9\.0\.0.*is installed when you quit/s);
  expect((await desk.app.state()).updates).toEqual({ state: 'ready', version: '9.0.0' });
  const notices = page.getByRole('region', { name: 'Notices' });
  // The one on passwords stands in the line before it.
  await notices.getByRole('button', { name: 'Dismiss' }).click();
  await expect(notices).toContainText('9.0.0');
  expect(readFileSync(appImage, 'utf8')).toBe(runningVersion);
  await desk.leave();
  expect(readFileSync(appImage).equals(newer)).toBe(true);
});
