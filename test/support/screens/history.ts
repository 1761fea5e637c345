import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { EventFields } from '../../../electron/demo-pbx/demo-pbx-types.ts';
import { openDatabase } from '../../../electron/storage/database.ts';
import { type Desk, openDesk } from '../desk.ts';
import { comeTo } from '../hold-call.ts';
import type { SizeName } from '../looks.ts';
import { act, type Screen } from '../walk-screens.ts';

import { openTab } from './desk.ts';

const days: readonly (readonly [number, EventFields])[] = [
  [75, { src: '557', dst: '02188001008', type: 'outgoing', disposition: 'ANSWERED', billsec: 67 }],
  [51, { src: '557', dst: '09350001004', type: 'outgoing', disposition: 'NO ANSWER' }],
  [27, { src: '09370001021', dst: '557', type: 'incoming', disposition: 'ANSWERED', billsec: 341 }],
  [25, { src: '557', dst: '09390001033', type: 'outgoing', disposition: 'BUSY' }],
  [0.4, { src: '02188001008', dst: '557', type: 'incoming', disposition: 'NO ANSWER' }],
  [0.2, { src: '557', dst: '558', type: 'local', disposition: 'ANSWERED', billsec: 42 }],
  [0.1, { src: '557', dst: '09121234567', type: 'outgoing', disposition: 'ANSWERED', billsec: 128, record: 'a.wav' }],
];
const longListRows = 400;

/** A finished call as the PBX reports it, so many hours ago. */
function finished(id: number, hoursAgo: number, call: EventFields): EventFields {
  const at = (ms: number) => new Date(ms).toISOString().replace('T', ' ').replace('Z', '000');
  const startedAtMs = Date.now() - hoursAgo * 3_600_000;
  const talked = Number(call['billsec'] ?? 0);
  return {
    starttime: at(startedAtMs),
    endtime: at(startedAtMs + (talked + 9) * 1000),
    duration: String(talked + 9),
    billsec: talked,
    wait: 9,
    record: '',
    unique_id: `1768545037.${id}`,
    ...call,
  };
}

const rows = ({ page }: Desk) => page.getByRole('grid').getByRole('row');

async function open(desk: Desk, size: SizeName) {
  await openTab(desk, 'History', size);
  return rows(desk);
}

const screens: readonly Screen<Desk>[] = [
  {
    name: 'history, some days',
    sizes: ['narrow', 'smallest', 'zoomed', 'wide'],
    async prepare(desk) {
      for (const [index, [hoursAgo, call]] of days.entries()) {
        await desk.pbx.sendEvent('Cdr', finished(index, hoursAgo, call));
      }
      await openTab(desk, 'History');
      await expect(rows(desk)).toHaveCount(days.length);
      // Calls that came in late are nobody's current call.
      await expect(desk.page.locator('[data-phase]')).toHaveCount(0);
    },
    show: open,
  },
  {
    name: 'keypad, suggestions',
    sizes: ['narrow', 'smallest', 'zoomed', 'wide'],
    async show(desk, size) {
      await openTab(desk, 'Keypad', size);
      const field = desk.page.locator('main input').first();
      await field.fill('09');
      await field.press('ArrowDown');
      return desk.page.getByRole('option', { selected: true });
    },
    hide: ({ page }) => page.locator('main input').first().fill(''),
  },
  {
    name: 'history, a call chosen',
    sizes: ['narrow', 'wide'],
    async show(desk, size) {
      await open(desk, size);
      await rows(desk)
        .nth(1)
        .click({ position: { x: 120, y: 12 } });
      return desk.page.getByRole('row', { selected: true });
    },
  },
  {
    name: 'history, a recording that is gone',
    sizes: ['narrow', 'smallest', 'wide'],
    async show(desk, size) {
      await open(desk, size);
      await desk.page.locator('[data-control="open-recording"]').first().click();
      const play = desk.page.locator('[data-control="play-recording"]');
      await play.click();
      return desk.page.getByRole('alert');
    },
    hide: ({ page }) => page.keyboard.press('Escape'),
  },
  {
    name: 'history, missed numbers',
    sizes: ['narrow', 'smallest', 'zoomed', 'wide'],
    async show(desk, size) {
      await openTab(desk, 'History', size);
      await desk.page.locator('input[value="missed"]').check({ force: true });
      return rows(desk);
    },
    async hide({ page }) {
      await page.locator('input[value="calls"]').check({ force: true });
    },
  },
  {
    name: 'history, with a live call',
    sizes: ['narrow', 'wide'],
    prepare: (desk) => comeTo(desk, 'talking', '09121234567'),
    async show(desk, size) {
      await openTab(desk, 'History', size);
      return desk.page.locator('[data-phase="talking"]');
    },
  },
  {
    name: 'history, many calls',
    sizes: ['narrow', 'wide'],
    async prepare(desk) {
      const [, call] = days[1] ?? [0, {}];
      await Promise.all(
        Array.from({ length: longListRows }, (_, index) =>
          desk.pbx.sendEvent('Cdr', finished(100 + index, 100 + index / 3, call)),
        ),
      );
    },
    async show(desk, size) {
      await open(desk, size);
      await desk.page.getByRole('grid').hover();
      await desk.page.mouse.wheel(0, 4000);
      return rows(desk);
    },
  },
  {
    name: 'history, older calls not read',
    sizes: ['narrow', 'wide'],
    async prepare(desk) {
      // What came in while the list was open is in it already; a new window reads it page by page.
      await startAnew(desk);
      await expect((await open(desk, 'narrow')).first()).toBeVisible();
      loseCalls(desk.app.userDataDir);
    },
    async show(desk, size) {
      await open(desk, size);
      const failure = desk.page.getByRole('grid').getByRole('alert');
      await desk.page.getByRole('grid').hover();
      await expect(async () => {
        await desk.page.mouse.wheel(0, 20_000);
        await expect(failure).toBeVisible({ timeout: 200 });
      }).toPass({ timeout: 10_000 });
      return failure;
    },
  },
  {
    name: 'history, not read',
    sizes: ['narrow', 'smallest', 'wide'],
    prepare: startAnew,
    async show(desk, size) {
      await openTab(desk, 'History', size);
      return desk.page.getByRole('tabpanel').getByRole('heading');
    },
  },
];

async function startAnew({ page }: Desk): Promise<void> {
  await page.reload();
  await page.getByRole('main').waitFor();
}

/** As a damaged file would: what the calls are read from is gone. */
function loseCalls(userDataDir: string): void {
  const opened = openDatabase(join(userDataDir, 'dialdesk.sqlite'));
  if (!opened.ok) throw new Error(opened.error.detail);
  opened.value.connection.exec('ALTER TABLE calls RENAME TO lost_calls');
  opened.value.close();
}

export const historyAct = act('history', (launch) => openDesk({ launch }), screens);
