import type { Page } from '@playwright/test';
import type { QuickDialOpening } from '../../../shared/ipc/quick-dial-contract.ts';
import { currentCall, type Desk, dial, openDesk } from '../desk.ts';
import type { LaunchOptions } from '../dialdesk-app.ts';
import { palettePage } from '../palette.ts';
import { act, type Screen } from '../walk-screens.ts';

interface PaletteStage extends Desk {
  readonly palette: Page;
}

async function open(launch: LaunchOptions, options: Parameters<typeof openDesk>[0] = {}): Promise<PaletteStage> {
  const desk = await openDesk({ ...options, launch });
  const palette = await palettePage(desk.app);
  await palette.emulateMedia({ reducedMotion: 'reduce' });
  return { ...desk, palette };
}

let serial = 1_000_000;

/** As a hotkey opens it, with what was found; without a selection, which all programs of this desktop would share. */
async function openWith({ app, palette }: PaletteStage, opening: Partial<QuickDialOpening> = {}): Promise<void> {
  serial += 1;
  const empty = { reading: false, source: null, partly: false, numbers: [], error: null };
  const whole: QuickDialOpening = { serial, purpose: 'dial', ...empty, ...opening };
  await app.electron.evaluate(({ BrowserWindow }, sent) => {
    const window = BrowserWindow.getAllWindows().find(({ webContents }) =>
      webContents.getURL().endsWith('#quick-dial'),
    );
    window?.webContents.send('quick-dial:opened', sent);
    window?.showInactive();
  }, whole);
  await palette.getByRole('combobox').waitFor();
}

async function type(stage: PaletteStage, text: string): Promise<void> {
  await openWith(stage);
  await stage.palette.getByRole('combobox').fill(text);
}

const found = (digits: string, extension: string | null = null) => ({ digits, extension, complete: true });
const field = ({ palette }: PaletteStage) => palette.getByRole('combobox');
const alert = ({ palette }: PaletteStage) => palette.getByRole('alert');

const screens: readonly Screen<PaletteStage>[] = [
  { name: 'quick dial, nothing called yet', sizes: ['narrow'], prepare: (stage) => openWith(stage), show: field },
  {
    name: 'quick dial, recent calls',
    sizes: ['narrow', 'zoomed'],
    async prepare(stage) {
      for (const number of ['09120000002', '09120000005', '02188776655']) {
        stage.pbx.setSpeed(50);
        await dial(stage.page, number);
        await currentCall(stage.page).locator('[data-phase="ended"], :scope[data-phase="ended"]').first().waitFor();
      }
      await openWith(stage);
      await stage.palette.getByRole('option').nth(2).waitFor();
    },
    show: field,
  },
  {
    name: 'quick dial, picker',
    sizes: ['narrow'],
    prepare: (stage) =>
      openWith(stage, {
        purpose: 'selection',
        source: 'selection',
        numbers: [found('02188776655', '12'), found('09120000002'), found('004930901820')],
      }),
    show: ({ palette }) => palette.getByRole('option').first(),
  },
  {
    name: 'quick dial, no number in the selection',
    sizes: ['narrow'],
    prepare: (stage) => openWith(stage, { purpose: 'selection' }),
    show: ({ palette }) => palette.getByRole('status').first(),
  },
  {
    name: 'quick dial, numbers in a text',
    sizes: ['narrow'],
    prepare: (stage) => type(stage, 'Ali 0912 345 6789, office 021 8877 6655 ext. 12'),
    show: field,
  },
  { name: 'quick dial, no number', sizes: ['narrow'], prepare: (stage) => type(stage, 'call me soon'), show: field },
  {
    name: 'quick dial, another trunk',
    sizes: ['narrow'],
    async prepare(stage) {
      await type(stage, '09120000001');
      await field(stage).press('Tab');
    },
    show: field,
    hide: (stage) => field(stage).press('Shift+Tab'),
  },
  {
    name: 'quick dial, refused',
    sizes: ['narrow', 'zoomed'],
    async prepare(stage) {
      await type(stage, '09120000006');
      await field(stage).press('Enter');
      await alert(stage).waitFor();
    },
    show: alert,
  },
];

const incomplete: readonly Screen<PaletteStage>[] = [
  {
    name: 'quick dial, own phone missing',
    sizes: ['narrow'],
    prepare: (stage) => type(stage, '09120000001'),
    show: ({ palette }) => palette.getByRole('option').first(),
  },
];

export const quickDialActs = [
  act('quick dial', (launch) => open(launch), screens),
  act('quick dial, incomplete', (launch) => open(launch, { identity: { caller: '' } }), incomplete),
];
