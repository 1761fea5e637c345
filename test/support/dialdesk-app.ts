import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { _electron, type ElectronApplication, expect, type Page } from '@playwright/test';
import { appPage } from '../../electron/shell/app-origin.ts';
import type { AppState } from '../../shared/ipc/app-state-schema.ts';
import type { DialerBridge } from '../../shared/ipc/contract.ts';
import type { ProvisioningFile } from '../../shared/settings/provisioning-schema.ts';
import { inOwnSystem } from './own-system.ts';
import { temporaryFolder } from './temporary-folder.ts';

declare global {
  interface Window {
    readonly dialer: DialerBridge;
  }
}

/**
 * A test machine has no graphics card, so the processor draws either way. Said at once, no process is started to find that out, and
 * none to hand pictures to: a fifth of the cost of a start. What is drawn stays the same.
 */
const withoutGraphicsCard = ['--disable-gpu', '--in-process-gpu'];

/** On a computer that does much else besides. */
const longestStartMs = 30_000;

const root = join(import.meta.dirname, '..', '..');

export interface DialdeskApp {
  readonly electron: ElectronApplication;
  readonly page: Page;
  readonly userDataDir: string;
  /** Console errors, page errors and security warnings seen so far: a good run has none. */
  readonly complaints: readonly string[];
  /** Everything the processes wrote to standard output and error. */
  output(): string;
  /** What the window would be told now. */
  state(): Promise<AppState>;
  /** Quits it; one that crashed, then or before, fails the test. */
  close(): Promise<void>;
  /** As a crash or a power cut would. */
  kill(): Promise<void>;
}

export interface LaunchOptions {
  readonly userDataDir?: string;
  readonly provision?: ProvisioningFile | string;
  /** The administrator's file for the whole computer, as this program alone finds it; needs root. */
  readonly systemFile?: ProvisioningFile;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Chromium's process for the graphics card, as users have it: for what is measured, and where that process is the subject. */
  readonly graphics?: true;
  /** The executable of a packaged program, to be started instead of the built one. */
  readonly packaged?: string;
}

/** Writes a provisioning file; text is written as it is, for files that are wrong on purpose. */
export function provisioningFile(content: ProvisioningFile | string): string {
  const file = join(temporaryFolder('provision'), 'provision.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

/** Starts the built app as a user would, with a user-data folder of its own, and waits for its first screen. */
export async function launchDialdesk(options: LaunchOptions = {}): Promise<DialdeskApp> {
  const executablePath = options.packaged ?? process.env['DIALDESK_ELECTRON'];
  if (executablePath === undefined) throw new Error('DIALDESK_ELECTRON is not set: run the tests by npm test');
  const userDataDir = options.userDataDir ?? temporaryFolder();
  const provision = options.provision === undefined ? [] : [`--provision=${provisioningFile(options.provision)}`];
  const graphics = options.graphics === true ? [] : withoutGraphicsCard;
  const electron = await _electron.launch({
    executablePath: options.systemFile === undefined ? executablePath : inOwnSystem(executablePath, options.systemFile),
    args: [
      ...whatToStart(options),
      ...graphics,
      `--user-data-dir=${userDataDir}`,
      ...provision,
      ...(options.args ?? []),
    ],
    env: { ...environmentOfApp(), ELECTRON_ENABLE_SECURITY_WARNINGS: '1', ...options.env },
  });
  let output = '';
  const collect = (chunk: Buffer) => {
    output += chunk.toString('utf8');
  };
  const child = electron.process();
  child.stdout?.on('data', collect);
  child.stderr?.on('data', collect);
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  let killed = false;
  const page = await mainPage(electron);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(`page error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' || /security warning/i.test(message.text())) complaints.push(message.text());
  });
  await page
    .getByRole('main')
    .waitFor({ timeout: longestStartMs })
    .catch(async (problem: unknown) => {
      throw new Error(`The first screen is not seen: ${await seenInstead(electron, page)}\n${output}`, {
        cause: problem,
      });
    });
  return {
    electron,
    page,
    userDataDir,
    complaints,
    output: () => output,
    state: () =>
      page.evaluate(async () => {
        const answer = await window.dialer.request('app:snapshot', {});
        if (!answer.ok) throw new Error(answer.error.code);
        return answer.value;
      }),
    async close() {
      await electron.close();
      await gone;
      if (!killed) expect({ code: child.exitCode, signal: child.signalCode }).toEqual({ code: 0, signal: null });
    },
    async kill() {
      killed = true;
      child.kill('SIGKILL');
      await gone;
    },
  };
}

/** Not the window that says that the database takes a while. */
async function mainPage(electron: ElectronApplication): Promise<Page> {
  const found = () => electron.windows().find((page) => page.url() === appPage);
  // Asks no other process, so it may ask often: the usual pauses grow to a second.
  await expect.poll(() => found() !== undefined, { timeout: longestStartMs, intervals: [20] }).toBe(true);
  return found() ?? electron.firstWindow();
}

/** The launcher of the built program takes Chromium's sandbox off for root; a package has no launcher. */
export function whatToStart({ packaged }: LaunchOptions): readonly string[] {
  if (packaged === undefined) return [root];
  return process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

async function seenInstead(electron: ElectronApplication, page: Page): Promise<string> {
  const inPage = await page.evaluate(() => ({
    size: [window.innerWidth, window.innerHeight],
    visibility: document.visibilityState,
    ready: document.readyState,
  }));
  const windows = await electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((one) => ({
      url: one.webContents.getURL(),
      bounds: one.getBounds(),
      visible: one.isVisible(),
    })),
  );
  return JSON.stringify({ inPage, windows });
}

export function environmentOfApp(): Record<string, string> {
  return { ...inheritedEnvironment(), ...noDesktop() };
}

/** Nothing of the desktop that the tests are run on: neither its tray and notifications nor what it starts at log-in. */
function noDesktop(): Record<string, string> {
  return { DBUS_SESSION_BUS_ADDRESS: 'disabled:', XDG_CONFIG_HOME: temporaryFolder('config') };
}

function inheritedEnvironment(): Record<string, string> {
  const kept = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const { DIALDESK_PROVISION: _unset, ...environment } = Object.fromEntries(kept);
  return environment;
}
